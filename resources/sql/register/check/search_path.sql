-- register check: functions whose names the caller could have looked up elsewhere.
SELECT p.oid::pg_catalog.regprocedure::text
  FROM pg_catalog.pg_proc p
 WHERE p.pronamespace::pg_catalog.regnamespace::text IN ('api', 'office')
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.objid = p.oid AND d.classid = 'pg_catalog.pg_proc'::regclass
                      AND d.deptype = 'e')
   AND NOT 'search_path=pg_catalog, office, pg_temp' = ANY (coalesce(p.proconfig, '{}'))
   AND NOT (p.provolatile = 'i' AND p.pronamespace = 'office'::regnamespace)
   -- Every name in these is qualified; that they are as shipped is checked beside this (functions.sql).
   AND NOT (p.pronamespace = 'office'::regnamespace AND NOT p.prosecdef
            AND p.proname IN ('moment', 'today', 'day_text', 'account_fault', 'password_aged'))
