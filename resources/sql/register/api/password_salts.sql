-- ChangePassword: under which salts the caller's kept passwords were made, newest first; the last line has none.
CREATE OR REPLACE FUNCTION api.password_salts()
    RETURNS TABLE (status text, iterations integer, salt bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('password_salts', 0, true);
    IF who.status = 'ok' THEN
        RETURN QUERY SELECT 'ok', k.iterations, k.salt FROM office.kept_password k
                      WHERE k.code = who.code AND k.user_id = who.user_id ORDER BY k.number DESC;
    END IF;
    RETURN QUERY SELECT who.status, NULL::integer, NULL::bytea;
END
$$;
REVOKE ALL ON FUNCTION api.password_salts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.password_salts() TO madoguchi_clerk;
