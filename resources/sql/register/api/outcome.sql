-- Outbox: what came of one's own submission, committed by another transaction. verdict: 0 registered, 1
-- provisional, 2 conflict; theirs: then the record (of this kind) that stood in the register, NULL for none.
CREATE OR REPLACE FUNCTION api.outcome(uuid text)
    RETURNS TABLE (status text, verdict integer, feed_number bigint, entry bigint, kind integer,
                   theirs bytea, at timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
    held office.submission;
BEGIN
    SELECT s.* INTO held FROM office.submission s JOIN office.user_account a ON a.code = s.code
     WHERE a.user_id = session_user AND s.user_id = session_user AND s.uuid = outcome.uuid
       AND s.xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    SELECT * INTO who FROM office.caller('outcome', office.right_for(coalesce(held.kind, 1)));
    outcome.status := who.status;
    IF who.status = 'ok' AND held.uuid IS NULL THEN
        outcome.status := 'RegisterRefused';
        PERFORM office.note(who.code, who.station_id, 'outcome', outcome.status, '');
    ELSIF who.status = 'ok' THEN
        outcome.verdict := held.verdict;
        outcome.feed_number := held.feed_number;
        outcome.entry := held.entry;
        outcome.kind := held.kind;
        outcome.theirs := held.theirs;
        outcome.at := held.at;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.outcome(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.outcome(text) TO madoguchi_clerk;
