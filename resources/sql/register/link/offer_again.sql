-- PostgresLink: after a restore, what this station knows to have been acknowledged.
SELECT status FROM api.offer_again($1::jsonb)
