-- The key that opens sealed details in log rows, made from the server's key; NULL without that.
CREATE OR REPLACE FUNCTION office.log_key_of(city text) RETURNS bytea LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    made bytea := office.hmac(convert_to('log ' || city, 'UTF8'), office.server_key(city),
                              'sha256');
BEGIN
    RETURN coalesce(office.masked((SELECT c.log_key_mask FROM office.city c WHERE c.code = city),
                                  made), made);
END
$$;
