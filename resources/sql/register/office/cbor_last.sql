-- CBOR: the integer that a body ends with, in a note, a contact and an authorship when it was written (ms).
CREATE OR REPLACE FUNCTION office.cbor_last(body bytea) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    item record;
    place integer := 0;
    last bigint;
BEGIN
    WHILE place < length(body) LOOP
        SELECT * INTO item FROM office.cbor_read(body, place);
        place := item.next + CASE item.major WHEN 3 THEN item.value ELSE 0 END;
        last := CASE item.major WHEN 0 THEN item.value WHEN 1 THEN -1 - item.value END;
    END LOOP;
    RETURN last;
END
$$;
