-- Procedure: sync and station digest. Rows of restriction after a key, in key order.
SELECT restriction_id, 0, row_version, body FROM restriction
WHERE restriction_id > :id ORDER BY restriction_id LIMIT :row_limit;
