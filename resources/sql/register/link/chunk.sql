-- PostgresLink: first load, rows of a table after a key; the last line holds the digest.
SELECT status, id, version, row_version, body FROM api.chunk($1, $2, $3, $4, $5)
