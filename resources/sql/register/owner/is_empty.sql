-- Installing: true in a database that holds nothing of anybody.
SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_class c
                    WHERE c.relnamespace::pg_catalog.regnamespace::text
                          NOT IN ('pg_catalog', 'information_schema', 'pg_toast'))
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_namespace n
                    WHERE n.nspname IN ('office', 'api', 'numbers'))
