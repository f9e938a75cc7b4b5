-- register check: no second server has each change when it is confirmed.
SELECT CASE WHEN pg_catalog.current_setting('synchronous_standby_names') = ''
            THEN 'synchronous_standby_names is empty'
            ELSE 'no synchronous standby is connected' END
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_stat_replication
                    WHERE sync_state IN ('sync', 'quorum') AND state = 'streaming')
