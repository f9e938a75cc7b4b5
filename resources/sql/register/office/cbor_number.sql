-- CBOR: an integer as the value of a map; 0 is left out.
CREATE OR REPLACE FUNCTION office.cbor_number(value bigint) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN value <> 0 THEN office.cbor_integer(value) END
$$;
