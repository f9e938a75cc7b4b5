-- register check: lines of pg_hba.conf that let somebody in with less than password and certificate.
SELECT 'line ' || h.line_number || ': ' || coalesce(h.error, h.type || ' ' || h.auth_method)
  FROM pg_catalog.pg_hba_file_rules h
 WHERE h.error IS NOT NULL
    OR h.auth_method <> 'reject'
       AND NOT (h.type = 'local' AND h.auth_method = 'peer' AND h.user_name = '{postgres}')
       AND NOT (h.type = 'hostssl' AND h.auth_method = 'scram-sha-256'
                AND coalesce(h.options, '{}') @> '{clientcert=verify-full}')
UNION ALL
SELECT 'the last line does not refuse everybody else'
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_hba_file_rules h
                    WHERE h.line_number = (SELECT max(l.line_number)
                                             FROM pg_catalog.pg_hba_file_rules l)
                      AND h.auth_method = 'reject' AND h.type = 'host' AND h.user_name = '{all}'
                      AND h.address = 'all' AND h.database = '{all}')
