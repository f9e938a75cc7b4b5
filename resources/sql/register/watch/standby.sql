-- Watch: standbys that are gone or $1 seconds behind.
SELECT 'no synchronous standby is connected: entries wait'
 WHERE pg_catalog.current_setting('synchronous_standby_names') <> ''
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_replication
                    WHERE sync_state IN ('sync', 'quorum') AND state = 'streaming')
UNION ALL
SELECT 'nobody reads slot ' || s.slot_name
  FROM pg_catalog.pg_replication_slots s WHERE NOT s.active
UNION ALL
SELECT r.application_name || ' is behind'
  FROM pg_catalog.pg_stat_replication r
 WHERE r.replay_lag > make_interval(secs => $1::integer) OR r.state <> 'streaming'
