-- Procedure: entries after a restore (the register itself). What a station hands in; the first one counts.
INSERT INTO offer (uuid, user_id, station_id, feed_number, at, filed_at, proposal, outcome)
VALUES (:uuid, :user_id, :station_id, :feed_number, :at, :filed_at, :proposal, 0)
ON CONFLICT (uuid) DO NOTHING;
