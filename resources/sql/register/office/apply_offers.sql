-- The owner applies what stations offered after a restore, in the order in which it had been acknowledged. What
-- does not fit, or is told in two ways, is left; what something is still missing for waits for the next time.
CREATE OR REPLACE FUNCTION office.apply_offers(city text, OUT applied integer, OUT known integer,
                                               OUT remaining integer, OUT waiting integer)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    one office.recovery;
BEGIN
    applied := 0;
    known := 0;
    remaining := 0;
    waiting := 0;
    FOR one IN SELECT r.* FROM office.recovery r
                WHERE r.code = city AND r.outcome IS NULL
                ORDER BY r.feed_number, r.decision NULLS FIRST, r.uuid LOOP
        IF EXISTS (SELECT FROM office.recovery r
                    WHERE r.code = city AND r.uuid = one.uuid
                      AND (r.decision IS NULL) = (one.decision IS NULL)
                      -- What others say in his name does not count, against him neither.
                      AND r.offered_by = r.user_id AND one.offered_by = one.user_id
                      -- A decision that did not count says nothing against another one.
                      AND (r.decision IS NULL
                           OR coalesce(r.outcome, 'ok') IN ('ok', 'known', 'told in two ways'))
                      AND (r.content, r.user_id) <> (one.content, one.user_id))
        THEN
            one.outcome := 'told in two ways';
            PERFORM office.note(city, one.station_id, 'recover', 'RegisterRefused',
                                one.outcome || ' ' || one.uuid);
        ELSIF NOT EXISTS (SELECT FROM office.user_account a
                           WHERE a.code = city AND a.user_id = one.user_id)
        THEN
            one.outcome := 'UserUnknown';
            PERFORM office.note(city, one.station_id, 'recover', one.outcome, one.uuid);
        ELSIF one.decision IS NULL THEN
            one.outcome := office.apply_entry(one);
        ELSE
            one.outcome := office.apply_decision(one);
        END IF;
        waiting := waiting + (one.outcome IS NULL)::integer;
        applied := applied + coalesce(one.outcome = 'ok', false)::integer;
        known := known + coalesce(one.outcome = 'known', false)::integer;
        remaining := remaining + coalesce(one.outcome NOT IN ('ok', 'known'), false)::integer;
        UPDATE office.recovery r SET outcome = one.outcome
         WHERE r.code = city AND r.uuid = one.uuid AND r.content = one.content
           AND r.user_id = one.user_id;
    END LOOP;
END
$$;
