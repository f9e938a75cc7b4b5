-- The lock under which feed and log of a city are numbered. Whoever keeps it without need is ended.
CREATE OR REPLACE FUNCTION office.take_turn(kind integer, city text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    holder record;
BEGIN
    IF pg_try_advisory_xact_lock(kind, city::integer) THEN
        RETURN;
    END IF;
    BEGIN
        PERFORM pg_advisory_xact_lock(kind, city::integer);
    EXCEPTION WHEN lock_not_available THEN
        -- It is held for the moment of a commit. A caller can hold it longer (SET CONSTRAINTS and
        -- then nothing); one whose commit waits for the standby is left alone.
        FOR holder IN
            SELECT a.pid, a.usename FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
             WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
               AND l.database = (SELECT d.oid FROM pg_database d
                                  WHERE d.datname = current_database())
               AND l.classid = kind AND l.objid = city::integer
               AND a.wait_event IS DISTINCT FROM 'SyncRep'
               AND EXISTS (SELECT FROM office.user_account u WHERE u.user_id = a.usename)
        LOOP
            RAISE LOG 'madoguchi: take_turn ended user=% city=% station=-', holder.usename, city;
            PERFORM pg_terminate_backend(holder.pid, 1000);
        END LOOP;
        PERFORM pg_advisory_xact_lock(kind, city::integer);
    END;
END
$$;
