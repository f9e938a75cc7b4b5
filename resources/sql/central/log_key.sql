-- Log export: the key that opens sealed details.
SELECT log_key_secret, log_key_open FROM identity;
