-- Journal: the last checkpoint.
SELECT signed_bytes, signature FROM checkpoint ORDER BY row_count DESC LIMIT 1;
