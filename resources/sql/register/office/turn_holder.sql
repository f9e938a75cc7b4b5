-- Who holds a lock of take_turn, in which transaction; clerk: may be ended.
CREATE OR REPLACE FUNCTION office.turn_holder(kind integer, city text, OUT pid integer,
                                              OUT user_id text, OUT transaction text,
                                              OUT clerk boolean)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    SELECT a.pid, a.usename, l.virtualtransaction,
           a.wait_event IS DISTINCT FROM 'SyncRep'
           AND EXISTS (SELECT FROM office.user_account u WHERE u.user_id = a.usename)
      INTO pid, user_id, transaction, clerk
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
       AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
       AND l.classid = kind AND l.objid = city::integer;
END
$$;
