-- CBOR: where the item at a place of the bytes ends.
CREATE OR REPLACE FUNCTION office.cbor_end(body bytea, place integer) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    item record;
    inside bigint := 1;
BEGIN
    WHILE inside > 0 LOOP
        SELECT * INTO item FROM office.cbor_read(body, place);
        place := item.next + CASE item.major WHEN 3 THEN item.value ELSE 0 END;
        inside := inside - 1 + CASE item.major WHEN 4 THEN item.value WHEN 5 THEN 2 * item.value ELSE 0 END;
    END LOOP;
    RETURN place;
END
$$;
