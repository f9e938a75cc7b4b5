-- Fetch ('load'): where the feed stood before any row is read, and how many rows each table has.
CREATE OR REPLACE FUNCTION api.begin_load(ticket bigint)
    RETURNS TABLE (status text, register_id text, number bigint, hash bytea, as_of timestamptz,
                   tables jsonb, counts jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('begin_load', 1, false, ticket, '{load}');
    status := who.status;
    IF status = 'ok' THEN
        as_of := office.moment();
        SELECT f.number, f.hash INTO number, hash FROM office.feed_end(who.code) AS f;
        SELECT c.register_id INTO register_id FROM office.city c WHERE c.code = who.code;
        tables := to_jsonb(who.tables);
        SELECT jsonb_agg(CASE WHEN n = ANY (who.tables)
                              THEN (SELECT count(*) FROM office.replica r
                                     WHERE r.code = who.code AND r.table_number = n)
                              ELSE 0 END ORDER BY n)
          INTO counts FROM generate_series(1, 10) AS n;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.begin_load(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.begin_load(bigint) TO madoguchi_clerk;
