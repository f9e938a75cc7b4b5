-- CBOR: a map of the keys 1, 2, 3 and so on; NULL is a key left out. Fewer than 24 entries.
CREATE OR REPLACE FUNCTION office.cbor_map(VARIADIC items bytea[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT office.cbor_head(5, count(item))
           || coalesce(string_agg(office.cbor_integer(key) || item, ''::bytea ORDER BY key), '')
      FROM unnest(items) WITH ORDINALITY AS each (item, key) WHERE item IS NOT NULL
$$;
