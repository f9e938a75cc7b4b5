-- PostgresLink: a supervisor opens an account.
SELECT status, fingerprint FROM api.unlock_user($1)
