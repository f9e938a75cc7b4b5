-- CBOR: an array of these items.
CREATE OR REPLACE FUNCTION office.cbor_list(VARIADIC items bytea[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_head(4, count(item)) || coalesce(string_agg(item, ''::bytea ORDER BY place), '')
      FROM unnest(items) WITH ORDINALITY AS each (item, place)
$$;
