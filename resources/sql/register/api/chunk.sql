-- Fetch ('load'): rows of a table after a key, in key order; the last line has no id: status and digest.
CREATE OR REPLACE FUNCTION api.chunk(ticket bigint, table_number integer, after_id bigint,
                                     after_version integer, row_limit integer)
    RETURNS TABLE (status text, id bigint, version integer, row_version bigint, body bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
    wanted integer := chunk.table_number;
    most integer := greatest(1, least(row_limit, 10000));
BEGIN
    SELECT * INTO who FROM office.caller('chunk', 1, false, ticket, '{load}');
    IF who.status <> 'ok' THEN
        RETURN QUERY SELECT who.status, NULL::bigint, NULL::integer, NULL::bigint, NULL::bytea;
        RETURN;
    END IF;
    IF wanted <> ALL (who.tables) THEN
        -- Not an error to a station whose scopes were changed; it is sent nothing all the same.
        PERFORM office.note(who.code, who.station_id, 'chunk', 'withheld', wanted::text);
        most := 0;
    END IF;
    RETURN QUERY
        WITH part AS MATERIALIZED (
            SELECT r.id, r.version, r.row_version, r.body FROM office.replica r
             WHERE r.code = who.code AND r.table_number = wanted
               AND (r.id, r.version) > (after_id, after_version)
             ORDER BY r.id, r.version LIMIT most)
        SELECT 'ok', p.id, p.version, p.row_version, p.body FROM part p
        UNION ALL
        SELECT 'ok', NULL, NULL, NULL,
               sha256(substring(int4send(wanted) FROM 4) || int4send(count(*)::integer)
                      || coalesce(string_agg(office.row_bytes(wanted, p.id, p.version,
                                                              p.row_version, p.body), ''
                                             ORDER BY p.id, p.version), ''))
          FROM part p;
END
$$;
REVOKE ALL ON FUNCTION api.chunk(bigint, integer, bigint, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.chunk(bigint, integer, bigint, integer, integer) TO madoguchi_clerk;
