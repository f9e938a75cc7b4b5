-- Making a register: who it is, once and for ever.
INSERT INTO identity (one, register_id, municipality, code, training, log_key_secret, log_key_open, made_at)
VALUES (1, :register_id, :municipality, :code, 1, :log_key_secret, :log_key_open, :made_at);
