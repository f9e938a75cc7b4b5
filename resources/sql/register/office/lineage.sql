-- Which line of changes the server writes: a restore and a promotion each begin a new one, another server is another.
CREATE OR REPLACE FUNCTION office.lineage() RETURNS text
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN (SELECT s.system_identifier || ' ' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
              FROM pg_control_system() AS s);
END
$$;
