-- Ask for what a later transaction fetches: 'load', 'feed', 'digest', 'share', 'log_key'. Writes the log row.
CREATE OR REPLACE FUNCTION api.ask(what text) RETURNS TABLE (status text, ticket bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    caller record;
    needed integer := CASE what WHEN 'load' THEN 1 WHEN 'feed' THEN 1 WHEN 'digest' THEN 1
                                WHEN 'share' THEN 0 WHEN 'log_key' THEN 16 END;
BEGIN
    SELECT * INTO caller FROM office.caller('ask', coalesce(needed, 0), what = 'share');
    status := caller.status;
    IF status = 'ok' AND needed IS NULL THEN
        status := 'RegisterRefused';
        PERFORM office.note(caller.code, caller.station_id, 'ask', status, 'nothing of that name');
    ELSIF status = 'ok' THEN
        PERFORM office.note(caller.code, caller.station_id, 'ask', status, what);
        INSERT INTO office.ticket AS t (code, pid, backend_start, user_id, station_id, what,
                                        asked_at, xid)
        VALUES (caller.code, caller.pid, caller.backend_start, caller.user_id, caller.station_id,
                what, office.moment(), pg_current_xact_id())
        RETURNING t.number INTO ticket;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.ask(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.ask(text) TO madoguchi_clerk;
