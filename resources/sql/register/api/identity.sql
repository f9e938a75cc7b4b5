-- Which register this is: the city of whoever calls. Needs no session.
CREATE OR REPLACE FUNCTION api.identity()
    RETURNS TABLE (status text, register_id text, municipality text, code text, training boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT 'ok', c.register_id, c.municipality, c.code, c.training
                   FROM office.user_account a JOIN office.city c ON c.code = a.code
                  WHERE a.user_id = session_user;
    IF NOT FOUND THEN
        PERFORM office.note(NULL, NULL, 'identity', 'UserUnknown', '');
        RETURN QUERY SELECT 'UserUnknown', NULL::text, NULL::text, NULL::text, NULL::boolean;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION api.identity() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.identity() TO madoguchi_clerk;
