-- Who this register is.
SELECT register_id, municipality, code, training, log_key_open FROM identity;
