-- register check: functions of api that run with the caller's rights, or belong to somebody else.
SELECT p.oid::pg_catalog.regprocedure::text
  FROM pg_catalog.pg_proc p
 WHERE p.pronamespace = 'api'::regnamespace
   AND (NOT p.prosecdef OR p.proowner <> 'madoguchi_owner'::regrole)
UNION ALL
SELECT p.oid::pg_catalog.regprocedure || ' raises'
  FROM pg_catalog.pg_proc p
 WHERE p.pronamespace = 'api'::regnamespace AND p.prosrc ~* 'raise +exception'
