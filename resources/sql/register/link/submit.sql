-- PostgresLink: outbox, what a clerk entered.
SELECT status, field FROM api.submit($1, $2, $3, $4::jsonb, $5, $6)
