-- Enrolling a workstation, or its log key anew.
INSERT INTO station (station_id, name, scopes, log_key)
VALUES (:station_id, :name, :scopes, :log_key)
ON CONFLICT (station_id) DO UPDATE
SET name = excluded.name, scopes = excluded.scopes, log_key = excluded.log_key;
