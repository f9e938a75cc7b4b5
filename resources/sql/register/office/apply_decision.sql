-- A decision that was offered again: what came of it, NULL while it waits. It waits for its entry, and for the
-- right that its user had on that day (it may have been given after the backup).
CREATE OR REPLACE FUNCTION office.apply_decision(one office.recovery) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    held office.submission;
    settled record;
    day date := (one.acknowledged_at AT TIME ZONE interval '9 hours')::date;
BEGIN
    SELECT s.* INTO held FROM office.submission s WHERE s.code = one.code AND s.uuid = one.uuid;
    IF held.uuid IS NULL THEN
        RETURN NULL;
    ELSIF held.entry = 0 OR date_trunc('milliseconds', held.at) > one.acknowledged_at THEN
        -- Nothing to decide, or entered anew after it.
        PERFORM office.note(one.code, one.station_id, 'recover', 'EntryUnknown', one.uuid);
        RETURN 'EntryUnknown';
    ELSIF one.decision <> 2 AND NOT EXISTS (
        SELECT FROM office.user_grant g
         WHERE g.code = one.code AND g.user_id = one.user_id AND g.right_bit & 16384 <> 0
           AND day BETWEEN g.valid_from AND g.valid_to)
    THEN
        PERFORM office.note(one.code, one.station_id, 'recover', 'RightMissing', one.uuid);
        RETURN NULL;
    END IF;
    SELECT * INTO settled
      FROM office.settle('recover', one.code, one.user_id, one.station_id, held.entry,
                         one.decision, one.reason, one.acknowledged_at);
    RETURN CASE WHEN settled.status = 'ok' AND settled.known THEN 'known' ELSE settled.status END;
END
$$;
