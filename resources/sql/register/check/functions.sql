-- register check: the functions as the server runs them.
SELECT n.nspname || '/' || p.proname, p.prosrc
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname IN ('api', 'office')
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.objid = p.oid AND d.classid = 'pg_catalog.pg_proc'::regclass
                      AND d.deptype = 'e')
 ORDER BY 1
