-- Outbox: a note (1), contact (2) or restriction (3) as it should be, or an 異動 (4). What came of it: api.outcome,
-- once this is committed. field: what is wrong, with EntryIncomplete; the rule, with MoveRefused.
CREATE OR REPLACE FUNCTION api.submit(uuid text, kind integer, base_version integer, fields jsonb,
                                      reason text, filed_at timestamptz)
    RETURNS TABLE (status text, field text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
    entered record;
BEGIN
    SELECT * INTO who FROM office.caller('submit', office.right_for(kind));
    status := who.status;
    IF status <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    IF uuid ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN
        SELECT * INTO entered
          FROM office.enter('submit', who.code, who.user_id, who.station_id, uuid, kind,
                            base_version, fields, reason, filed_at, office.moment());
        status := CASE entered.status WHEN 'conflict' THEN 'ok' ELSE entered.status END;
        field := entered.field;
    ELSE
        status := 'EntryIncomplete';
        field := 'uuid';
        PERFORM office.note(who.code, who.station_id, 'submit', status, field);
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.submit(text, integer, integer, jsonb, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.submit(text, integer, integer, jsonb, text, timestamptz) TO madoguchi_clerk;
