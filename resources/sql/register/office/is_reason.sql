-- A written reason: 1 to 500 characters, not blank, one line.
CREATE OR REPLACE FUNCTION office.is_reason(value text) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT coalesce(NOT office.is_blank(value) AND office.fits(value, 500, false), false)
$$;
