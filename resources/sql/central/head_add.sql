-- Log checkpoints: a head that was deposited.
INSERT INTO station_head (station_id, row_count, hash, at, signed_bytes, signature)
VALUES (:station_id, :row_count, :hash, :at, :signed_bytes, :signature);
