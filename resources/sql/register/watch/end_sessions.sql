-- Watch: what is open of a login that was shut is ended.
SELECT a.user_id, count(pg_catalog.pg_terminate_backend(s.pid))
  FROM office.user_account a
  JOIN pg_catalog.pg_roles r ON r.rolname = a.user_id AND r.rolvaliduntil = '-infinity'
  JOIN pg_catalog.pg_stat_activity s ON s.usesysid = r.oid
 WHERE a.locked
 GROUP BY a.user_id
