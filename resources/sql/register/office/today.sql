-- The register's day: that of Japan.
CREATE OR REPLACE FUNCTION office.today() RETURNS date LANGUAGE sql VOLATILE AS $$
    SELECT (office.moment() AT TIME ZONE INTERVAL '9 hours')::pg_catalog.date
$$;
