-- register check: settings of the server that let in, lose or tell more than they should.
SELECT s.name || ' = ' || s.setting
  FROM pg_catalog.pg_settings s
  JOIN (VALUES ('ssl', '^on$'), ('ssl_min_protocol_version', '^TLSv1[.]3$'), ('ssl_ca_file', '.'),
               ('password_encryption', '^scram-sha-256$'), ('fsync', '^on$'),
               ('full_page_writes', '^on$'), ('synchronous_commit', '^(on|remote_apply)$'),
               ('log_statement', '^none$'), ('log_min_error_statement', '^panic$'),
               ('log_parameter_max_length', '^0$'), ('log_parameter_max_length_on_error', '^0$'),
               ('log_min_messages', '^(?!fatal|panic)'), ('max_prepared_transactions', '^0$'),
               ('idle_in_transaction_session_timeout', '^[1-9]')) AS wanted (name, shape)
    ON wanted.name = s.name
 WHERE s.setting !~ wanted.shape
UNION ALL
SELECT 'no list of revoked certificates'
 WHERE pg_catalog.current_setting('ssl_crl_file') = ''
   AND pg_catalog.current_setting('ssl_crl_dir') = ''
