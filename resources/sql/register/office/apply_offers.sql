-- The owner applies what stations offered after a restore, in the order in which it had been acknowledged. What
-- does not fit, or is told in two ways, is left.
CREATE OR REPLACE FUNCTION office.apply_offers(city text, OUT applied integer, OUT known integer,
                                               OUT remaining integer)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    one office.recovery;
    entered record;
BEGIN
    applied := 0;
    known := 0;
    remaining := 0;
    FOR one IN SELECT r.* FROM office.recovery r
                WHERE r.code = city AND r.outcome IS NULL
                ORDER BY r.feed_number, r.uuid LOOP
        IF EXISTS (SELECT FROM office.recovery r
                    WHERE r.code = city AND r.uuid = one.uuid
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
        ELSE
            SELECT * INTO entered
              FROM office.enter('recover', city, one.user_id, one.station_id, one.uuid, one.kind,
                                one.base_version, one.fields, one.reason, one.filed_at,
                                coalesce(one.acknowledged_at, office.moment()));
            one.outcome := CASE WHEN entered.status = 'ok' AND entered.known THEN 'known'
                                ELSE entered.status END;
        END IF;
        applied := applied + (one.outcome = 'ok')::integer;
        known := known + (one.outcome = 'known')::integer;
        remaining := remaining + (one.outcome NOT IN ('ok', 'known'))::integer;
        UPDATE office.recovery r SET outcome = one.outcome
         WHERE r.code = city AND r.uuid = one.uuid AND r.content = one.content
           AND r.user_id = one.user_id;
    END LOOP;
END
$$;
