-- The feed: wakes this connection when the feed of its city grows. What there is it still has to ask for.
CREATE OR REPLACE FUNCTION api.listen() RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    caller record;
BEGIN
    SELECT * INTO caller FROM office.caller('listen', 1);
    status := caller.status;
    IF status = 'ok' THEN
        EXECUTE format('LISTEN %I', office.feed_channel(caller.code));
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.listen() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.listen() TO madoguchi_clerk;
