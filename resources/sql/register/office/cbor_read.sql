-- CBOR: the head of the item at a place of the bytes, and where it ends.
CREATE OR REPLACE FUNCTION office.cbor_read(body bytea, place integer, OUT major integer,
                                            OUT value bigint, OUT next integer)
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    major := get_byte(body, place) >> 5;
    value := get_byte(body, place) & 31;
    next := place + 1;
    IF value >= 24 THEN
        next := next + (1 << (value::integer - 24));
        value := 0;
        FOR at IN place + 1 .. next - 1 LOOP
            value := value << 8 | get_byte(body, at);
        END LOOP;
    END IF;
END
$$;
