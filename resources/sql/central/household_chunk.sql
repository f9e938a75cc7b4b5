-- Procedure: sending the replica. Households in key order.
SELECT household_id, 0, row_version, body FROM household
WHERE household_id > :id ORDER BY household_id LIMIT :row_limit;
