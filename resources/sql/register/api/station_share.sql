-- Fetch ('share'): the register's part of the key of the session's station.
CREATE OR REPLACE FUNCTION api.station_share(ticket bigint) RETURNS TABLE (status text, share bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('station_share', 0, true, ticket, '{share}');
    status := who.status;
    IF status = 'ok' THEN
        share := office.share_of(who.code, who.station_id);
        IF share IS NULL THEN
            status := 'RegisterDamaged';
            PERFORM office.note(who.code, who.station_id, 'station_share', status, 'no key');
        END IF;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.station_share(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.station_share(bigint) TO madoguchi_clerk;
