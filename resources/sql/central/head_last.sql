-- Log checkpoints: the head witnessed last.
SELECT row_count, hash, at, signed_bytes, signature FROM station_head
WHERE station_id = :station_id ORDER BY row_count DESC LIMIT 1;
