-- Sign-in page: whose card this is; only of oneself. Needs no session.
CREATE OR REPLACE FUNCTION api.who_holds(fingerprint bytea)
    RETURNS TABLE (status text, user_id text, name text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT 'ok', a.user_id, a.name FROM office.user_account a
                  WHERE a.user_id = session_user AND a.fingerprint = who_holds.fingerprint;
    IF NOT FOUND THEN
        RETURN QUERY SELECT 'UserUnknown', NULL::text, NULL::text;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION api.who_holds(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.who_holds(bytea) TO madoguchi_clerk;
