-- A 仮登録 as bytes: residents::encode(Entry), the proposal inside as it was entered.
CREATE OR REPLACE FUNCTION office.entry_body(entry office.entry) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_map(
        office.cbor_number(entry.number), office.cbor_number(entry.state),
        office.cbor_map(office.cbor_number(entry.kind), office.cbor_number(entry.base_version),
                        office.cbor_string(entry.reason),
                        CASE entry.kind
                            WHEN 4 THEN office.move_body(entry.fields)
                            ELSE office.restriction_body(entry.fields, 1,
                                                         (entry.fields ->> 'ended')::boolean, false)
                        END),
        entry.author, office.cbor_string(entry.station_id), entry.checker,
        office.cbor_string(entry.answer))
$$;
