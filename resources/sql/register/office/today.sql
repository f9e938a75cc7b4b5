-- The register's day: that of Japan.
CREATE OR REPLACE FUNCTION office.today() RETURNS date LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT (office.moment() AT TIME ZONE interval '9 hours')::date
$$;
