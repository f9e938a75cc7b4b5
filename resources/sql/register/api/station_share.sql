-- Fetch ('share'): the register's part of the key of the session's station.
CREATE OR REPLACE FUNCTION api.station_share(ticket bigint) RETURNS TABLE (status text, share bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.redeem('station_share', ticket, '{share}', 0);
    status := who.status;
    IF status = 'ok' THEN
        SELECT s.share INTO share FROM office.station s
         WHERE s.code = who.code AND s.station_id = who.station_id;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.station_share(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.station_share(bigint) TO madoguchi_clerk;
