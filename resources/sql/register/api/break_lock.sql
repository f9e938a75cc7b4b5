-- A supervisor breaks the edit lock of somebody else, with a reason, which is logged.
CREATE OR REPLACE FUNCTION api.break_lock(kind integer, id bigint, reason text)
    RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('break_lock', 32768);
    status := who.status;
    IF status = 'ok' THEN
        status := CASE WHEN office.is_reason(reason) THEN 'ok' ELSE 'ReasonMissing' END;
        PERFORM office.note(who.code, who.station_id, 'break_lock', status,
                            concat_ws(' ', CASE kind WHEN 1 THEN 'household' ELSE 'person' END, id,
                                      CASE status WHEN 'ok' THEN reason END));
    END IF;
    IF status = 'ok' THEN
        DELETE FROM office.edit_lock l
         WHERE l.code = who.code AND l.kind = break_lock.kind AND l.id = break_lock.id;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.break_lock(integer, bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.break_lock(integer, bigint, text) TO madoguchi_clerk;
