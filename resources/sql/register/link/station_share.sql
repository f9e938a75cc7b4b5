-- PostgresLink: the register's part of the station key.
SELECT status, share FROM api.station_share($1)
