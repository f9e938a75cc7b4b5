-- Newcomers as bytes, NULL for none: residents/movecodec.cpp.
CREATE OR REPLACE FUNCTION office.newcomers_item(newcomers jsonb) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_list(VARIADIC array_agg(office.cbor_whole(office.newcomer_items(one)) ORDER BY place))
      FROM jsonb_array_elements(newcomers) WITH ORDINALITY AS each (one, place)
    HAVING count(*) > 0
$$;
