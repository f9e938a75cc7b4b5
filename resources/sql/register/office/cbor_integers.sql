-- CBOR: the integers of a note, contact or restriction, by key; texts and authors are passed over.
CREATE OR REPLACE FUNCTION office.cbor_integers(body bytea) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    item record;
    pairs bigint;
    key bigint;
    inside bigint;
    found bigint[] := '{}';
BEGIN
    SELECT * INTO item FROM office.cbor_read(body, 0);
    pairs := item.value;
    WHILE pairs > 0 LOOP
        SELECT * INTO item FROM office.cbor_read(body, item.next);
        key := item.value;
        inside := 1;
        WHILE inside > 0 LOOP
            SELECT * INTO item FROM office.cbor_read(body, item.next);
            inside := inside - 1;
            IF item.major = 3 THEN
                item.next := item.next + item.value;
            ELSIF item.major = 4 THEN
                inside := inside + item.value;
                key := NULL;
            ELSIF key IS NOT NULL THEN
                found[key] := CASE item.major WHEN 0 THEN item.value ELSE -1 - item.value END;
            END IF;
        END LOOP;
        pairs := pairs - 1;
    END LOOP;
    RETURN found;
END
$$;
