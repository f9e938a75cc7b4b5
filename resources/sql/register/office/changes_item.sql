-- CBOR: an array of [宛名番号, 履歴番号, 続柄].
CREATE OR REPLACE FUNCTION office.changes_item(changes jsonb) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_list(VARIADIC coalesce(array_agg(office.cbor_list(
               office.cbor_integer((one ->> 0)::bigint), office.cbor_integer((one ->> 1)::bigint),
               office.cbor_text(one ->> 2)) ORDER BY place), '{}'))
      FROM jsonb_array_elements(changes) WITH ORDINALITY AS each (one, place)
$$;
