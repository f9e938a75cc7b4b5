-- RevealNumber: asks for the 個人番号 of one person, with a reason, both of which are logged (R-AUZ-05,
-- R-AUZ-06). api.number answers for the ticket in another transaction.
CREATE OR REPLACE FUNCTION api.ask_number(person bigint, reason text)
    RETURNS TABLE (status text, ticket bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    caller record;
BEGIN
    SELECT * INTO caller FROM office.caller('ask_number', 2048);
    status := caller.status;
    IF status = 'ok' THEN
        status := CASE WHEN NOT office.is_reason(reason) THEN 'ReasonMissing'
                       WHEN office.row_at(caller.code, 1, person, 0) IS NULL
                           THEN 'ResidentUnknown'
                       ELSE 'ok' END;
        PERFORM office.note(caller.code, caller.station_id, 'ask_number', status,
                            concat_ws(' ', person,
                                      CASE WHEN status <> 'ReasonMissing' THEN reason END));
    END IF;
    IF status = 'ok' THEN
        INSERT INTO office.ticket AS t (code, pid, backend_start, user_id, station_id, what,
                                        person_id, asked_at, xid)
        VALUES (caller.code, caller.pid, caller.backend_start, caller.user_id, caller.station_id,
                'number', person, office.moment(), pg_current_xact_id())
        RETURNING t.number INTO ticket;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.ask_number(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.ask_number(bigint, text) TO madoguchi_clerk;
