-- Procedure: sync and station digest. Rows of entry after a key, in key order.
SELECT entry_id, 0, row_version, body FROM entry
WHERE entry_id > :id ORDER BY entry_id LIMIT :row_limit;
