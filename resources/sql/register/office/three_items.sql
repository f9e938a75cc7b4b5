-- A key of 氏名, 生年月日 and 性別 of a person's items: residents::threeItemsOf.
CREATE OR REPLACE FUNCTION office.three_items(items bytea[]) RETURNS bigint LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT ('x' || left(encode(sha256(convert_to(
                office.full_name(items) || '|' || coalesce(office.first_day(items[5])::text, '')
                || '|' || coalesce(office.cbor_value(items[6]), '0'), 'UTF8')), 'hex'), 15))::bit(60)::bigint | 1
$$;
