-- A note as bytes: residents::encode(Note).
CREATE OR REPLACE FUNCTION office.note_body(fields jsonb, id bigint, version integer, author bytea)
    RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_map(office.cbor_number(id), office.cbor_number(version),
                           office.cbor_number((fields ->> 'person')::bigint),
                           office.cbor_string(fields ->> 'text'),
                           office.cbor_number((fields ->> 'withdrawn')::boolean::integer), author)
$$;
