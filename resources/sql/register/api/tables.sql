-- Sign-in: the newest version of every table that the register holds for the city. What it does not hold is as
-- the program brought it.
CREATE OR REPLACE FUNCTION api.tables() RETURNS TABLE (status text, name text, content bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('tables', 0);
    IF who.status = 'ok' THEN
        RETURN QUERY SELECT DISTINCT ON (t.name) 'ok', t.name, t.content FROM office.held_table t
                      WHERE t.code = who.code ORDER BY t.name, t.number DESC;
    END IF;
    RETURN QUERY SELECT who.status, NULL::text, NULL::bytea;
END
$$;
REVOKE ALL ON FUNCTION api.tables() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.tables() TO madoguchi_clerk;
