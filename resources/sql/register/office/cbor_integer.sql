-- CBOR: an integer.
CREATE OR REPLACE FUNCTION office.cbor_integer(value bigint) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN value >= 0 THEN office.cbor_head(0, value)
                ELSE office.cbor_head(1, -(value + 1)) END
$$;
