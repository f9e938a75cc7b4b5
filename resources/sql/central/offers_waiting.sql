-- Procedure: entries after a restore (the register itself). The offers that wait, as they were acknowledged;
-- decision -1: a submission; own 1: its author's own word.
SELECT uuid, user_id, station_id, at, filed_at, proposal, -1 AS decision, '' AS reason, feed_number, own
FROM offer WHERE outcome = 0
UNION ALL
SELECT uuid, user_id, station_id, at, 0, x'', decision, reason, feed_number, 1
FROM offered_decision WHERE outcome = 0
ORDER BY feed_number, decision, uuid;
