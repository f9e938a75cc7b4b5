-- Forms: gives back all edit locks of the session.
CREATE OR REPLACE FUNCTION api.release_locks() RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('release_locks', 0);
    status := who.status;
    IF status = 'ok' THEN
        PERFORM office.drop_locks(who.code, who.user_id, who.station_id);
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.release_locks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.release_locks() TO madoguchi_clerk;
