-- CBOR: an array of texts.
CREATE OR REPLACE FUNCTION office.texts_item(texts jsonb) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_list(VARIADIC coalesce(array_agg(office.cbor_text(one) ORDER BY place), '{}'))
      FROM jsonb_array_elements_text(texts) WITH ORDINALITY AS each (one, place)
$$;
