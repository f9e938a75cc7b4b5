-- Watch: a line of the register's log.
INSERT INTO office.register_log (code, at, user_id, station_id, call, outcome, detail)
VALUES ($1, office.moment(), $2, $3, $4, $5, $6)
