-- The register's clock: never that of the transaction, which a caller can hold open.
CREATE OR REPLACE FUNCTION office.moment() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
    SELECT pg_catalog.clock_timestamp()
$$;
