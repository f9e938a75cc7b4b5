-- An address as bytes: as residents/recordparts.cpp writes it.
CREATE OR REPLACE FUNCTION office.address_item(address jsonb) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_map(
        office.cbor_string(address ->> 'code'), office.cbor_string(address ->> 'postalCode'),
        office.cbor_string(address ->> 'municipality'), office.cbor_string(address ->> 'town'),
        office.cbor_string(address ->> 'lot'), office.cbor_string(address ->> 'building'))
$$;
