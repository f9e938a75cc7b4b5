-- Procedure: entries after a restore (the register itself). The next offer that waits, as it was acknowledged.
SELECT uuid, user_id, station_id, at, filed_at, proposal FROM offer
WHERE outcome = 0 ORDER BY feed_number, uuid LIMIT 1;
