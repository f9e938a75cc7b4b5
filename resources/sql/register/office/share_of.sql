-- The register's part of a station's key, made from the server's key; NULL without that.
CREATE OR REPLACE FUNCTION office.share_of(city text, station text) RETURNS bytea
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    place office.station;
    made bytea;
BEGIN
    SELECT s.* INTO place FROM office.station s WHERE s.code = city AND s.station_id = station;
    made := office.hmac(convert_to('share ' || city || ' ' || station || ' ', 'UTF8')
                        || place.share_salt, office.server_key(city), 'sha256');
    RETURN coalesce(office.masked(place.share_mask, made), made);
END
$$;
