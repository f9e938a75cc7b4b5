-- Fetch ('load', 'feed'): where the feed stands.
CREATE OR REPLACE FUNCTION api.position(ticket bigint)
    RETURNS TABLE (status text, number bigint, hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('position', 1, false, ticket, '{load,feed}');
    status := who.status;
    IF status = 'ok' THEN
        SELECT f.number, f.hash INTO number, hash FROM office.feed_end(who.code) AS f;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.position(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.position(bigint) TO madoguchi_clerk;
