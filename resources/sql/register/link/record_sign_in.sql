-- PostgresLink: sign-in, how opening the slot went.
SELECT status FROM api.record_sign_in($1, $2)
