-- Does the session's user have this right today?
CREATE OR REPLACE FUNCTION api.demand(needed integer) RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT c.status FROM office.caller('demand', needed) AS c;
END
$$;
REVOKE ALL ON FUNCTION api.demand(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.demand(integer) TO madoguchi_clerk;
