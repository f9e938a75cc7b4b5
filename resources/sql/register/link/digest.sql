-- PostgresLink: SHA-256 over the rows the station is sent.
SELECT status, sha256 FROM api.digest($1)
