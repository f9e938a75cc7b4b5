-- Procedure: sending the replica. Changes after a position, in commit order.
SELECT number, table_number, row_id, row_part, body, hash FROM feed
WHERE number > :number ORDER BY number LIMIT :row_limit;
