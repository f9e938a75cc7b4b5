-- CBOR: a text as the value of a map; an empty one is left out.
CREATE OR REPLACE FUNCTION office.cbor_string(value text) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN value <> '' THEN office.cbor_text(value) END
$$;
