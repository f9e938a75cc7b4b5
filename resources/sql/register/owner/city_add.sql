-- Making a city: who it is, once and for ever.
INSERT INTO office.city (code, register_id, municipality, training, log_key_secret, log_key_open,
                         failures_before_lock)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
