-- PostgresLink: the key that opens sealed details in log rows.
SELECT status, secret, open FROM api.log_key_pair($1)
