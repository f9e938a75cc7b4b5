-- Journal: keeps a signed checkpoint.
INSERT INTO checkpoint (row_count, at_ms, signed_bytes, signature)
VALUES (:row_count, :at_ms, :signed_bytes, :signature);
