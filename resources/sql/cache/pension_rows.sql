-- Procedure: sync and station digest. Rows of pension after a key, in key order.
SELECT person_id, 0, row_version, body FROM pension
WHERE person_id > :id ORDER BY person_id LIMIT :row_limit;
