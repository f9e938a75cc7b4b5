-- CBOR: the items of a map, by key, or of an array, from 1; each as bytes.
CREATE OR REPLACE FUNCTION office.cbor_items(body bytea) RETURNS bytea[]
    LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    head record;
    key integer;
    place integer;
    ends integer;
    found bytea[] := '{}';
BEGIN
    SELECT * INTO head FROM office.cbor_read(body, 0);
    place := head.next;
    FOR n IN 1 .. head.value LOOP
        key := n;
        IF head.major = 5 THEN
            SELECT r.value, r.next INTO key, place FROM office.cbor_read(body, place) r;
        END IF;
        ends := office.cbor_end(body, place);
        found[key] := substring(body FROM place + 1 FOR ends - place);
        place := ends;
    END LOOP;
    RETURN found;
END
$$;
