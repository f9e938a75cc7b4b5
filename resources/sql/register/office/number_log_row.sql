-- Trigger at commit: the log row's number and the hash that chains it to the one before.
CREATE OR REPLACE FUNCTION office.number_log_row() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    last office.register_log;
BEGIN
    -- The row is on disk before anything is handed out for it, whatever the caller has set.
    IF current_setting('synchronous_commit') IN ('off', 'local') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM office.take_turn(4243, NEW.code);
    SELECT * INTO last FROM office.register_log
     WHERE code = NEW.code AND number > 0 ORDER BY number DESC LIMIT 1;
    last.number := coalesce(last.number, 0) + 1;
    last.hash := coalesce(last.hash, (SELECT sha256(convert_to('madoguchi register log '
                                                                || register_id, 'UTF8'))
                                        FROM office.city WHERE code = NEW.code));
    UPDATE office.register_log
       SET number = last.number, hash = sha256(last.hash || office.log_bytes(NEW, last.number))
     WHERE code = NEW.code AND number = NEW.number;
    RETURN NULL;
END
$$;
