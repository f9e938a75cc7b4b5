-- The watch shuts a login: no password is right any more, and the answer tells nobody that one was.
CREATE OR REPLACE FUNCTION office.watch_shut(city text, who text) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    -- What he has open may hold the very rows that shut him out.
    PERFORM pg_terminate_backend(a.pid, 1000) FROM pg_stat_activity a WHERE a.usename = who;
    UPDATE office.user_account a SET locked = true WHERE a.code = city AND a.user_id = who;
    DELETE FROM office.refused_count c WHERE c.code = city AND c.user_id = who;
    -- NOLOGIN is what the office uses for somebody who has left: that is never undone here.
    IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = who AND NOT r.rolsuper) THEN
        EXECUTE format('ALTER ROLE %I VALID UNTIL %L', who, '-infinity');
    END IF;
END
$$;
