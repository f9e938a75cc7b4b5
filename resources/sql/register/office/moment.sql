-- The register's clock: never that of the transaction, which a caller can hold open.
CREATE OR REPLACE FUNCTION office.moment() RETURNS timestamptz LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN clock_timestamp();
END
$$;
