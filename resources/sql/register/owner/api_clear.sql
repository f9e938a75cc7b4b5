-- Upgrading: the functions of api are made anew, those no longer known are gone.
DO $$
DECLARE
    one regprocedure;
BEGIN
    FOR one IN SELECT oid FROM pg_catalog.pg_proc WHERE pronamespace = 'api'::regnamespace LOOP
        EXECUTE format('DROP FUNCTION %s', one);
    END LOOP;
END
$$
