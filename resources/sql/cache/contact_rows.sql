-- Procedure: sync and station digest. Rows of contact after a key, in key order.
SELECT person_id, version, row_version, body FROM contact
WHERE (person_id, version) > (:id, :version) ORDER BY person_id, version LIMIT :row_limit;
