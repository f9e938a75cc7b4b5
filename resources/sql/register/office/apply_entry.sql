-- A submission that was offered again: what came of it, NULL while it waits. It waits for its author's own word
-- (four eyes: else a checker could hand in what he then checks), for the right that he had on that day (it may
-- have been given after the backup), for a decision that has not been offered: on the same person or
-- household stands a 仮登録 that was there before it; and, where it does not fit, for what it may count on: an
-- earlier one of its kind on the same person or household that still waits.
CREATE OR REPLACE FUNCTION office.apply_entry(one office.recovery) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    entered record;
    needed integer := office.right_for(one.kind);
    day date := (coalesce(one.acknowledged_at, one.offered_at) AT TIME ZONE interval '9 hours')::date;
    missing text;
BEGIN
    missing := CASE
        WHEN EXISTS (SELECT FROM office.submission s WHERE s.code = one.code AND s.uuid = one.uuid)
            THEN NULL
        WHEN one.offered_by <> one.user_id THEN 'EntryPending'
        WHEN NOT EXISTS (SELECT FROM office.user_grant g
                          WHERE g.code = one.code AND g.user_id = one.user_id
                            AND g.right_bit & needed <> 0
                            AND day BETWEEN g.valid_from AND g.valid_to) THEN 'RightMissing'
    END;
    IF missing IS NOT NULL THEN
        PERFORM office.note(one.code, one.station_id, 'recover', missing,
                            concat_ws(' ', one.uuid, 'of', one.user_id, 'offered by', one.offered_by));
        RETURN NULL;
    END IF;
    SELECT * INTO entered
      FROM office.enter('recover', one.code, one.user_id, one.station_id, one.uuid, one.kind,
                        one.base_version, one.fields, one.reason, one.filed_at,
                        coalesce(one.acknowledged_at, office.moment()));
    IF entered.status = 'EntryPending' AND EXISTS (
        SELECT FROM office.entry e
          JOIN office.submission s ON s.code = e.code AND s.entry = e.number
         WHERE e.code = one.code AND e.state = 1 AND e.kind = one.kind
           AND date_trunc('milliseconds', s.at) <= one.acknowledged_at
           AND CASE one.kind
               WHEN 3 THEN e.person_id = (one.fields ->> 'person')::bigint
                           AND e.household_id = (one.fields ->> 'household')::bigint
               ELSE EXISTS (SELECT FROM office.move_hold h JOIN office.held_by(one.fields) f USING (kind, id)
                             WHERE h.code = one.code AND h.entry = e.number) END)
    THEN
        RETURN NULL;
    ELSIF entered.status IN ('conflict', 'EntryUnknown', 'ResidentUnknown', 'MoveRefused') AND EXISTS (
        SELECT FROM office.recovery r
         WHERE r.code = one.code AND r.outcome IS NULL AND r.decision IS NULL AND r.kind = one.kind
           AND r.feed_number < one.feed_number
           AND CASE one.kind
               WHEN 4 THEN EXISTS (SELECT FROM office.held_by(r.fields) h
                                     JOIN office.held_by(one.fields) f USING (kind, id))
               ELSE r.fields -> 'person' = one.fields -> 'person'
                    AND r.fields -> 'household' IS NOT DISTINCT FROM one.fields -> 'household' END)
    THEN
        RETURN NULL;
    END IF;
    RETURN CASE WHEN entered.status = 'ok' AND entered.known THEN 'known' ELSE entered.status END;
END
$$;
