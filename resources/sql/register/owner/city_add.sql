-- Making a city: who it is, once and for ever, and where the server's key is.
INSERT INTO office.city (code, register_id, municipality, training, log_key_open, key_file, key_check,
                         failures_before_lock)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
