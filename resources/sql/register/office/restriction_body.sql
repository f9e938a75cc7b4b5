-- A restriction as bytes: residents::encode(Restriction). Its id is that of the fields.
CREATE OR REPLACE FUNCTION office.restriction_body(fields jsonb, version integer, ended boolean,
                                                   provisional boolean)
    RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_map(
        office.cbor_integer((fields ->> 'id')::bigint), office.cbor_number(version),
        office.cbor_number((fields ->> 'person')::bigint),
        office.cbor_number((fields ->> 'household')::bigint),
        office.cbor_integer((fields ->> 'kind')::bigint),
        office.cbor_integer((fields ->> 'inquiry')::bigint),
        office.cbor_integer((fields ->> 'certificate')::bigint),
        office.cbor_integer((fields ->> 'movement')::bigint),
        office.cbor_integer((fields ->> 'hidesAddress')::boolean::integer),
        office.cbor_day(office.day_of(fields ->> 'from')),
        office.cbor_day(office.day_of(fields ->> 'until')),
        office.cbor_number(ended::integer), office.cbor_number(provisional::integer))
$$;
