-- CBOR: an item as text: a text or an integer; NULL for everything else, and for no bytes.
CREATE OR REPLACE FUNCTION office.cbor_value(item bytea) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    head record;
BEGIN
    IF item IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT * INTO head FROM office.cbor_read(item, 0);
    RETURN CASE head.major WHEN 0 THEN head.value::text
                           WHEN 1 THEN (-1 - head.value)::text
                           WHEN 3 THEN convert_from(substring(item FROM head.next + 1), 'UTF8') END;
END
$$;
