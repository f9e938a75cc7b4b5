-- The server's key, from its file outside the database; NULL when that cannot be read or holds another key.
CREATE OR REPLACE FUNCTION office.server_key(city text) RETURNS bytea LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    home office.city;
    key bytea;
BEGIN
    SELECT * INTO home FROM office.city c WHERE c.code = city;
    key := pg_read_binary_file(home.key_file, 0, 33, true);
    IF octet_length(key) = 32
        AND office.hmac(convert_to('check ' || city, 'UTF8'), key, 'sha256') = home.key_check
    THEN
        RETURN key;
    END IF;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
