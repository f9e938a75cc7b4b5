-- Bytes under a pad of at least their length; the same again takes it off.
CREATE OR REPLACE FUNCTION office.masked(value bytea, pad bytea) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    FOR place IN 0 .. octet_length(value) - 1 LOOP
        value := set_byte(value, place, get_byte(value, place) # get_byte(pad, place));
    END LOOP;
    RETURN value;
END
$$;
