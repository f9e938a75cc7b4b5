-- A contact as bytes: residents::encode(Contact).
CREATE OR REPLACE FUNCTION office.contact_body(fields jsonb, version integer, author bytea)
    RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_map(office.cbor_number((fields ->> 'person')::bigint),
                           office.cbor_number(version), office.cbor_string(fields ->> 'telephone'),
                           office.cbor_string(fields ->> 'sendPostalCode'),
                           office.cbor_string(fields ->> 'sendAddress'),
                           office.cbor_string(fields ->> 'sendName'), author)
$$;
