-- PostgresLink: where the feed stands.
SELECT status, number, hash FROM api.position($1)
