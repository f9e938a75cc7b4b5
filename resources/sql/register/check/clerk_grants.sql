-- register check: what clerks may do beside calling api.
SELECT 'table ' || c.oid::pg_catalog.regclass
  FROM pg_catalog.pg_class c
 WHERE c.relnamespace::pg_catalog.regnamespace::text IN ('office', 'numbers', 'api', 'public')
   AND c.relkind IN ('r', 'p', 'v', 'm')
   AND (pg_catalog.has_any_column_privilege('madoguchi_clerk', c.oid, 'SELECT, INSERT, UPDATE')
        OR pg_catalog.has_table_privilege('madoguchi_clerk', c.oid, 'DELETE, TRUNCATE'))
UNION ALL
SELECT 'schema ' || n.nspname
  FROM pg_catalog.pg_namespace n
 WHERE n.nspname IN ('office', 'numbers', 'logins', 'public')
   AND pg_catalog.has_schema_privilege('madoguchi_clerk', n.oid, 'USAGE, CREATE')
    OR n.nspname = 'api' AND pg_catalog.has_schema_privilege('madoguchi_clerk', n.oid, 'CREATE')
UNION ALL
SELECT 'database: ' || kind
  FROM unnest(ARRAY['CREATE', 'TEMPORARY']) AS kind
 WHERE pg_catalog.has_database_privilege('madoguchi_clerk', pg_catalog.current_database(), kind)
UNION ALL
SELECT 'function ' || p.oid::pg_catalog.regprocedure
  FROM pg_catalog.pg_proc p
 WHERE p.pronamespace::pg_catalog.regnamespace::text IN ('office', 'numbers', 'logins')
   AND pg_catalog.has_function_privilege('madoguchi_clerk', p.oid, 'EXECUTE')
