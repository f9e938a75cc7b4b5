-- The register's log: one row. A refusal also goes to the server's log, where no rollback takes it back.
CREATE OR REPLACE FUNCTION office.note(city text, station text, call text, outcome text, detail text)
    RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF outcome <> 'ok' THEN
        RAISE LOG 'madoguchi: % % user=% city=% station=%', call, outcome, session_user,
            coalesce(city, '-'), coalesce(station, '-');
    END IF;
    IF city IS NOT NULL THEN
        INSERT INTO office.register_log (code, at, user_id, station_id, call, outcome, detail)
        VALUES (city, office.moment(), session_user, coalesce(station, ''), note.call,
                note.outcome, coalesce(note.detail, ''));
    END IF;
END
$$;
