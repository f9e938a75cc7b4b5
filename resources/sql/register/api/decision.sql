-- 照合: what the register keeps of one's own decision, once another transaction committed it. uuid: of the
-- submission that was decided (NULL: it has none); feed_number: of the commit.
CREATE OR REPLACE FUNCTION api.decision(entry bigint)
    RETURNS TABLE (status text, uuid text, feed_number bigint, at timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
    held office.entry;
BEGIN
    SELECT * INTO who FROM office.caller('decision', 0);
    decision.status := who.status;
    IF who.status <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT e.* INTO held FROM office.entry e
     WHERE e.code = who.code AND e.number = decision.entry AND e.checker_id = session_user
       AND e.decided_xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    IF held.number IS NULL THEN
        decision.status := 'RegisterRefused';
        PERFORM office.note(who.code, who.station_id, 'decision', decision.status, '');
    ELSE
        decision.uuid := (SELECT s.uuid FROM office.submission s
                           WHERE s.code = who.code AND s.entry = held.number);
        decision.feed_number := (SELECT r.row_version FROM office.replica r
                                  WHERE r.code = who.code AND r.table_number = 10
                                    AND r.id = held.number AND r.version = 0);
        decision.at := held.decided_at;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.decision(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.decision(bigint) TO madoguchi_clerk;
