-- PostgresLink: sign-in, what the station proves itself over.
SELECT status, nonce FROM api.nonce()
