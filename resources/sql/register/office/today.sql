-- The register's day: that of Japan.
CREATE OR REPLACE FUNCTION office.today() RETURNS date LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN (office.moment() AT TIME ZONE interval '9 hours')::date;
END
$$;
