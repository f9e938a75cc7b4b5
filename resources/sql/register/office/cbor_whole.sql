-- CBOR: a map of these items by key, as office.cbor_items took it apart; NULL is a key left out.
CREATE OR REPLACE FUNCTION office.cbor_whole(items bytea[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_head(5, count(item))
           || coalesce(string_agg(office.cbor_integer(key) || item, ''::bytea ORDER BY key), '')
      FROM unnest(items) WITH ORDINALITY AS each (item, key) WHERE item IS NOT NULL
$$;
