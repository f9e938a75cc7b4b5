-- The keys of an object and what they hold; NULL for what is no object.
CREATE OR REPLACE FUNCTION office.kinds_of(fields jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT jsonb_object_agg(key, jsonb_typeof(value))
      FROM jsonb_each(CASE jsonb_typeof(fields) WHEN 'object' THEN fields END)
$$;
