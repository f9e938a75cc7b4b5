-- Procedure: entries after a restore (the register itself). What somebody decided; the same again is fine.
INSERT INTO offered_decision (uuid, user_id, at, station_id, feed_number, decision, reason, outcome)
VALUES (:uuid, :user_id, :at, :station_id, :feed_number, :decision, :reason, 0)
ON CONFLICT (uuid, user_id, at) DO NOTHING;
