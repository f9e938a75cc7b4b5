-- Watch: whoever keeps a transaction open for more than $1 seconds is ended, by the clock of the machine: he can
-- switch the server's own limit off, and others wait for his locks. One that waits for the standby is left alone.
SELECT a.code, a.user_id, count(pg_catalog.pg_terminate_backend(s.pid))
  FROM office.user_account a
  JOIN pg_catalog.pg_roles r ON r.rolname = a.user_id AND NOT r.rolsuper
  JOIN pg_catalog.pg_stat_activity s ON s.usesysid = r.oid
 WHERE s.xact_start < pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => $1)
   AND s.wait_event IS DISTINCT FROM 'SyncRep'
 GROUP BY a.code, a.user_id
