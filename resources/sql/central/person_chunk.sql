-- Procedure: sending the replica. Persons in key order.
SELECT person_id, 0, row_version, body FROM person
WHERE person_id > :id ORDER BY person_id LIMIT :row_limit;
