-- Procedure: sending the replica. Entries in key order.
SELECT entry_id, 0, row_version, body FROM entry
WHERE entry_id > :id ORDER BY entry_id LIMIT :row_limit;
