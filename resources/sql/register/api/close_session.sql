-- Sign-out: ends the session of this connection and its tickets.
CREATE OR REPLACE FUNCTION api.close_session() RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    here record;
    held office.session;
BEGIN
    SELECT * INTO here FROM office.connection();
    DELETE FROM office.session s
     WHERE s.pid = here.pid AND s.backend_start = here.backend_start RETURNING s.* INTO held;
    DELETE FROM office.ticket t WHERE t.pid = here.pid;
    IF held.opened_at IS NOT NULL THEN
        PERFORM office.drop_locks(held.code, held.user_id, held.station_id);
        PERFORM office.note(held.code, held.station_id, 'close_session', 'ok', '');
    END IF;
    RETURN QUERY SELECT 'ok';
END
$$;
REVOKE ALL ON FUNCTION api.close_session() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.close_session() TO madoguchi_clerk;
