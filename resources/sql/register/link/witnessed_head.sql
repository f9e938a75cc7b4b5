-- PostgresLink: the head that was witnessed last.
SELECT status, row_count, hash, at, signed_bytes, signature FROM api.witnessed_head($1)
