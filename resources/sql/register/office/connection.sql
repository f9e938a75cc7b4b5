-- This connection, as the server knows it: nobody can take the place of another.
CREATE OR REPLACE FUNCTION office.connection(OUT pid integer, OUT backend_start timestamptz,
                                             OUT certificate_serial text)
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    SELECT pg_backend_pid(), a.backend_start, a.ssl_client_serial::text
      INTO pid, backend_start, certificate_serial
      FROM pg_stat_get_activity(pg_backend_pid()) AS a;
END
$$;
