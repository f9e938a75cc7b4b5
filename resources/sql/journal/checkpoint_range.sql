-- Log export: checkpoints from a row count on.
SELECT signed_bytes, signature FROM checkpoint
 WHERE row_count >= :from_count ORDER BY row_count LIMIT :row_limit;
