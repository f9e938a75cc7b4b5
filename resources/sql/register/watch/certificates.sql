-- Watch: the server's certificate, its authority's, and the list of revoked ones.
SELECT s.name, pg_catalog.pg_read_binary_file(s.setting)
  FROM pg_catalog.pg_settings s
 WHERE s.name IN ('ssl_cert_file', 'ssl_ca_file', 'ssl_crl_file') AND s.setting <> ''
 ORDER BY 1
