-- Watch: settings without which refused connections are not seen, or not whose card was shown.
SELECT s.name || ' = ' || s.setting
  FROM pg_catalog.pg_settings s
  JOIN (VALUES ('log_destination', 'jsonlog'), ('logging_collector', '^on$'),
               ('log_connections', '^on$'), ('lc_messages', '^(C|POSIX|en)')) AS wanted (name, shape)
    ON wanted.name = s.name
 WHERE s.setting !~ wanted.shape
UNION ALL
SELECT 'log_min_messages is not debug2 or is not warning for roles'
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_file_settings f
                    WHERE f.name = 'log_min_messages' AND f.applied AND f.setting ~ '^debug[2-5]$')
    OR NOT EXISTS (SELECT FROM pg_catalog.pg_db_role_setting d
                    WHERE d.setrole = 0 AND d.setdatabase = 0
                      AND 'log_min_messages=warning' = ANY (d.setconfig))
