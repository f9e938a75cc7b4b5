-- A day as it travels, YYYY-MM-DD; NULL for what is none.
CREATE OR REPLACE FUNCTION office.day_of(value text) RETURNS date LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN
        RETURN NULL;
    END IF;
    RETURN make_date(substring(value FOR 4)::integer, substring(value FROM 6 FOR 2)::integer,
                     substring(value FROM 9)::integer);
EXCEPTION WHEN datetime_field_overflow THEN
    RETURN NULL;
END
$$;
