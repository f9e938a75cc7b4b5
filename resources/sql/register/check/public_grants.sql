-- register check: what everybody on the server may do.
SELECT 'database ' || d.datname || ': ' || a.privilege_type
  FROM pg_catalog.pg_database d,
       pg_catalog.aclexplode(coalesce(d.datacl, pg_catalog.acldefault('d', d.datdba))) a
 WHERE d.datname IN (pg_catalog.current_database(), 'postgres', 'template1') AND a.grantee = 0
UNION ALL
SELECT 'schema ' || n.nspname || ': ' || a.privilege_type
  FROM pg_catalog.pg_namespace n,
       pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a
 WHERE n.nspname IN ('office', 'numbers', 'api', 'public') AND a.grantee = 0
UNION ALL
SELECT 'table ' || c.oid::pg_catalog.regclass || ': ' || a.privilege_type
  FROM pg_catalog.pg_class c,
       pg_catalog.aclexplode(coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner))) a
 WHERE c.relnamespace::pg_catalog.regnamespace::text IN ('office', 'numbers', 'api')
   AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND a.grantee = 0
UNION ALL
SELECT 'function ' || p.oid::pg_catalog.regprocedure || ': ' || a.privilege_type
  FROM pg_catalog.pg_proc p,
       pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
 WHERE (p.pronamespace::pg_catalog.regnamespace::text IN ('office', 'numbers', 'api')
        OR p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
           AND (starts_with(p.proname, 'pg_advisory') OR starts_with(p.proname, 'pg_try_advisory')
                OR starts_with(p.proname, 'lo_')
                OR p.proname IN ('lowrite', 'loread', 'pg_logical_emit_message')))
   AND a.grantee = 0
UNION ALL
SELECT 'language ' || l.lanname || ': ' || a.privilege_type
  FROM pg_catalog.pg_language l,
       pg_catalog.aclexplode(coalesce(l.lanacl, pg_catalog.acldefault('l', l.lanowner))) a
 WHERE l.lanpltrusted AND a.grantee = 0
