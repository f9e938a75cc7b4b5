-- Procedure: sync and station digest. Rows of note after a key, in key order.
SELECT note_id, version, row_version, body FROM note
WHERE (note_id, version) > (:id, :version) ORDER BY note_id, version LIMIT :row_limit;
