-- Enrolling a workstation, or its name, scopes and log key anew. Its share is made from the server's key.
INSERT INTO office.station AS s (code, station_id, name, scopes, log_key, share_salt)
VALUES ($1, $2, $3, pg_catalog.string_to_array($4, ' '), $5, office.gen_random_bytes(16))
ON CONFLICT (code, station_id) DO UPDATE
   SET name = excluded.name, scopes = excluded.scopes, log_key = excluded.log_key
