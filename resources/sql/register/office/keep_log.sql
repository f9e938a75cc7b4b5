-- Trigger of the register's log: a row gets its number once, in the transaction that wrote it.
CREATE OR REPLACE FUNCTION office.keep_log() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.number < 0 AND NEW.number > 0 AND
            (OLD.code, OLD.at, OLD.user_id, OLD.station_id, OLD.call, OLD.outcome, OLD.detail) =
            (NEW.code, NEW.at, NEW.user_id, NEW.station_id, NEW.call, NEW.outcome, NEW.detail)
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the log does not change' USING ERRCODE = 'restrict_violation';
END
$$;
