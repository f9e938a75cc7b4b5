-- An 異動 as it was entered, as bytes: residents::encode(Move).
CREATE OR REPLACE FUNCTION office.move_body(fields jsonb) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_map(
        office.cbor_integer((fields ->> 'person')::bigint), office.cbor_text(fields ->> 'kind'),
        office.cbor_day(office.day_of(fields ->> 'happenedOn')),
        office.cbor_day(office.day_of(fields ->> 'notifiedOn')),
        office.cbor_list(
            office.cbor_integer((fields ->> 'notifierKind')::bigint),
            office.cbor_text(fields ->> 'notifierName'), office.texts_item(fields -> 'documents'),
            office.cbor_integer((fields ->> 'questioned')::boolean::integer),
            office.cbor_integer((fields ->> 'mandate')::boolean::integer)),
        office.cbor_string(fields ->> 'paper'),
        office.cbor_list(office.cbor_integer((fields ->> 'from')::bigint),
                         office.cbor_integer((fields ->> 'fromVersion')::bigint)),
        office.cbor_list(office.cbor_integer((fields ->> 'to')::bigint),
                         office.cbor_integer((fields ->> 'toVersion')::bigint)),
        office.address_item(fields -> 'address'), office.changes_item(fields -> 'movers'),
        office.changes_item(fields -> 'others'), office.texts_item(fields -> 'acknowledged'), NULL,
        office.newcomers_item(fields -> 'newcomers'),
        CASE WHEN EXISTS (SELECT FROM jsonb_each_text(fields -> 'formerAddress') a WHERE a.value <> '')
             THEN office.address_item(fields -> 'formerAddress') END,
        office.cbor_number((fields ->> 'certificate')::boolean::integer))
$$;
