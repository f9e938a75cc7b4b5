-- A day as it travels, whatever the caller has set: YYYY-MM-DD, '' for none or no end.
CREATE OR REPLACE FUNCTION office.day_text(day date) RETURNS text LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT CASE WHEN day IS NULL OR NOT isfinite(day) THEN '' ELSE to_char(day, 'YYYY-MM-DD') END
$$;
