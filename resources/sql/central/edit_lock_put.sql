-- Procedure: entries (the register itself). A record is open for editing.
INSERT INTO edit_lock (kind, id, session, user_id, user_name, station_id, since, until)
VALUES (:kind, :id, :session, :user_id, :user_name, :station_id, :since, :until)
ON CONFLICT (kind, id) DO UPDATE
SET session = excluded.session, user_id = excluded.user_id, user_name = excluded.user_name,
    station_id = excluded.station_id, since = excluded.since, until = excluded.until;
