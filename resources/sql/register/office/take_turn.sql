-- The lock under which feed and log of a city are numbered, and what is written is. Whoever keeps it without
-- need is ended.
CREATE OR REPLACE FUNCTION office.take_turn(kind integer, city text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    before text;
    holder record;
BEGIN
    FOR round IN 1 .. 5 LOOP
        IF pg_try_advisory_xact_lock(kind, city::integer) THEN
            RETURN;
        END IF;
        SELECT h.transaction INTO before FROM office.turn_holder(kind, city) AS h;
        BEGIN
            PERFORM pg_advisory_xact_lock(kind, city::integer);
            RETURN;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- It is held for the moment of a commit. A caller can hold it longer (SET CONSTRAINTS and
            -- then nothing); one whose commit waits for the standby is left alone, and so is whoever
            -- got it while this one waited in the line.
            SELECT * INTO holder FROM office.turn_holder(kind, city);
            IF holder.transaction = before AND holder.clerk THEN
                RAISE LOG 'madoguchi: take_turn ended user=% city=% station=-', holder.user_id,
                    city;
                PERFORM pg_terminate_backend(holder.pid, 1000);
            END IF;
        END;
    END LOOP;
    -- Nobody waits without an end: this one fails when it is not the turn now either.
    PERFORM pg_advisory_xact_lock(kind, city::integer);
END
$$;
