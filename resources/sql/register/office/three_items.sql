-- A key of 氏名, 生年月日 and 性別 of a newcomer: residents::threeItemsOf.
CREATE OR REPLACE FUNCTION office.three_items(newcomer jsonb) RETURNS bigint LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT ('x' || left(encode(sha256(convert_to(
                office.full_name(office.newcomer_items(newcomer)) || '|' || (newcomer #>> '{bornOn,1}')
                || '|' || (newcomer ->> 'sex'), 'UTF8')), 'hex'), 15))::bit(60)::bigint | 1
$$;
