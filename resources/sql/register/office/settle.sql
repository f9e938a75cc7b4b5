-- Decides a 仮登録: log row, restriction or persons as they are from now on, the 仮登録 with who decided and when. The
-- same decision of the same person is known.
CREATE OR REPLACE FUNCTION office.settle(call text, city text, who text, station text,
                                         number bigint, outcome integer, reason text,
                                         at timestamptz, OUT status text, OUT field text,
                                         OUT known boolean)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    held office.entry;
    current_version bigint;
    body bytea;
    day date := (at AT TIME ZONE interval '9 hours')::date;
BEGIN
    PERFORM office.take_turn(4245, city);
    SELECT e.* INTO held FROM office.entry e WHERE e.code = city AND e.number = settle.number;
    known := coalesce(held.state = outcome + 2 AND held.checker_id = who, false);
    current_version := (office.cbor_integers(
        office.row_at(city, 4, (held.fields ->> 'id')::bigint, 0)))[2];
    field := CASE
        WHEN outcome IS NULL OR outcome NOT IN (0, 1, 2) THEN 'outcome'
        WHEN outcome = 1 AND NOT office.is_reason(reason) THEN 'reason'
        WHEN NOT office.fits(reason, 500, false) THEN 'reason'
    END;
    status := CASE
        WHEN field IS NOT NULL THEN 'EntryIncomplete'
        WHEN held.number IS NULL THEN 'EntryUnknown'
        WHEN known THEN 'ok'
        WHEN held.state <> 1 THEN 'EntryDecided'
        WHEN outcome = 2 AND held.author_id <> who THEN 'RightMissing'
        WHEN outcome <> 2 AND held.author_id = who THEN 'OwnEntry'
        WHEN held.kind = 3 AND current_version <> greatest(held.base_version, 1) THEN 'EntryConflict'
        WHEN held.kind = 4 AND outcome = 0
             AND office.move_standing(city, held.fields) IS DISTINCT FROM held.fields
            THEN 'EntryConflict'
        ELSE 'ok'
    END;
    IF status = 'ok' AND NOT known AND held.kind = 4 AND outcome = 0 THEN
        -- It may have been right when it was entered, and a 抑止 have been set since.
        field := office.move_refusal(city, held.fields, day, false);
        status := CASE WHEN field IS NULL THEN 'ok' ELSE 'MoveRefused' END;
    END IF;
    PERFORM office.note(city, station, call, status,
                        concat_ws(' ', (ARRAY['register', 'send back', 'withdraw'])[outcome + 1],
                                  settle.number, CASE WHEN known THEN 'again' END));
    IF status <> 'ok' OR known THEN
        RETURN;
    END IF;
    IF held.kind = 4 THEN
        DELETE FROM office.move_hold h WHERE h.code = city AND h.entry = held.number;
        IF outcome = 0 THEN
            PERFORM office.carry_out_move(held, day);
        END IF;
    ELSIF outcome = 0 THEN
        body := office.restriction_body(held.fields, current_version::integer + 1,
                                        (held.fields ->> 'ended')::boolean, false);
    ELSIF held.base_version = 0 THEN
        -- It protected since it was set, and ends now.
        body := office.restriction_body(held.fields, current_version::integer + 1, true, false);
    END IF;
    IF body IS NOT NULL THEN
        PERFORM office.put_row(city, 4, (held.fields ->> 'id')::bigint, 0, body);
    END IF;
    UPDATE office.entry e
       SET state = outcome + 2, checker_id = who,
           checker = office.authorship(city, who, at), decided_at = at,
           decided_xid = pg_current_xact_id(),
           answer = CASE outcome WHEN 1 THEN settle.reason ELSE '' END
     WHERE e.code = city AND e.number = held.number RETURNING e.* INTO held;
    PERFORM office.put_row(city, 10, held.number, 0, office.entry_body(held));
END
$$;
