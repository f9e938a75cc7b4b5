-- Procedure: entries (the register itself). Who has a record open for editing now.
SELECT user_id, user_name, station_id, since, until FROM edit_lock
WHERE kind = :kind AND id = :id AND until > :now;
