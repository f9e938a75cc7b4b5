-- A day as it travels, whatever the caller has set: YYYY-MM-DD, '' for none or no end.
CREATE OR REPLACE FUNCTION office.day_text(day date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN day IS NULL OR NOT pg_catalog.isfinite(day) THEN ''
                ELSE pg_catalog.to_char(day, 'YYYY-MM-DD') END
$$;
