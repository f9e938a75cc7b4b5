-- register check: the list of revoked certificates, if it is one file.
SELECT pg_catalog.pg_read_binary_file(pg_catalog.current_setting('ssl_crl_file'))
 WHERE pg_catalog.current_setting('ssl_crl_file') <> ''
