-- Watch: whether the server can read the key that seals; refused where it cannot.
SELECT pg_catalog.octet_length(pg_catalog.pg_read_binary_file($1))
