-- register check: login roles that are more than a clerk, or have no account; accounts without a role.
SELECT 'role ' || r.rolname || ' is more than a clerk'
  FROM pg_catalog.pg_roles r
 WHERE pg_catalog.pg_has_role(r.oid, 'madoguchi_clerk', 'MEMBER') AND NOT r.rolsuper
   AND r.rolname <> 'madoguchi_clerk'
   AND (r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
        OR EXISTS (SELECT FROM pg_catalog.pg_auth_members m
                    WHERE m.member = r.oid AND m.roleid <> 'madoguchi_clerk'::regrole))
UNION ALL
SELECT 'role ' || r.rolname || ' has no account'
  FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.member
 WHERE m.roleid = 'madoguchi_clerk'::regrole AND r.rolcanlogin
   AND NOT EXISTS (SELECT FROM office.user_account a WHERE a.user_id = r.rolname)
UNION ALL
SELECT 'account ' || a.user_id || ' has no role'
  FROM office.user_account a
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles r
                    WHERE r.rolname = a.user_id AND r.rolcanlogin)
UNION ALL
SELECT 'superuser ' || r.rolname
  FROM pg_catalog.pg_roles r WHERE r.rolsuper AND r.rolname <> 'postgres'
UNION ALL
SELECT 'role ' || r.rolname || ' may sign in'
  FROM pg_catalog.pg_roles r
 WHERE r.rolname IN ('madoguchi_owner', 'madoguchi_clerk', 'madoguchi_admin')
   AND (r.rolcanlogin OR r.rolsuper)
UNION ALL
SELECT 'role ' || m.member::regrole || ' is the owner'
  FROM pg_catalog.pg_auth_members m WHERE m.roleid = 'madoguchi_owner'::regrole
