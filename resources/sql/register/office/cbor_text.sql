-- CBOR: a text.
CREATE OR REPLACE FUNCTION office.cbor_text(value text) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT office.cbor_head(3, octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8')
$$;
