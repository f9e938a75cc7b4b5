-- Procedure: sending the replica. Rows of ledger in key order.
SELECT person_id, version, row_version, body FROM ledger
WHERE (person_id, version) > (:id, :version) ORDER BY person_id, version LIMIT :row_limit;
