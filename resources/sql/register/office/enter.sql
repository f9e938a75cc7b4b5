-- Writes what was submitted, once: log row, rows of the replica, 仮登録, verdict. The same uuid with the same
-- content of the same user is known. Conflicts are kept where they are an answer to somebody. What was
-- acknowledged once and lost by a restore overwrites nothing that was written since.
CREATE OR REPLACE FUNCTION office.enter(call text, city text, who text, station text, uuid text,
                                        kind integer, base_version integer, fields jsonb,
                                        reason text, filed_at timestamptz,
                                        at timestamptz, OUT status text, OUT field text,
                                        OUT known boolean)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    author bytea := office.authorship(city, who, at);
    given bytea;
    subject text := concat_ws(' ', (ARRAY['note', 'contact', 'restriction', 'move'])[kind],
                              nullif(fields ->> 'person', '0'),
                              'household ' || nullif(fields ->> 'household', '0'), uuid);
    held office.submission;
    since timestamptz := at;
    newer bytea;
    plan record;
    fresh office.entry;
BEGIN
    known := false;
    field := office.entry_fault(kind, base_version, fields, reason);
    IF field IS NOT NULL THEN
        status := CASE field WHEN 'keys' THEN 'RegisterRefused' ELSE 'EntryIncomplete' END;
        PERFORM office.note(city, station, call, status, field);
        RETURN;
    END IF;
    given := office.content_of(kind, base_version, fields, reason);
    -- Held until the commit: numbers and versions are given one after the other.
    PERFORM office.take_turn(4245, city);
    SELECT s.* INTO held FROM office.submission s WHERE s.code = city AND s.uuid = enter.uuid;
    IF held.uuid IS NOT NULL THEN
        known := true;
        status := CASE WHEN held.user_id = who AND held.content = given THEN 'ok'
                       ELSE 'RegisterRefused' END;
        PERFORM office.note(city, station, call, status, 'again ' || subject);
        RETURN;
    END IF;
    IF call = 'submit' AND EXISTS (SELECT FROM office.recovery r
                                    WHERE r.code = city AND r.uuid = enter.uuid
                                      AND r.decision IS NULL AND r.outcome IS NULL)
    THEN
        -- The order of what was lost is not overtaken.
        status := 'EntryPending';
        PERFORM office.note(city, station, call, status, 'offered again ' || uuid);
        RETURN;
    END IF;
    IF call = 'submit' THEN
        since := (SELECT r.acknowledged_at FROM office.recovery r
                   WHERE r.code = city AND r.uuid = enter.uuid AND r.content = given
                     AND r.user_id = who AND r.offered_by = who AND r.decision IS NULL);
    END IF;
    IF kind = 1 THEN
        SELECT * INTO plan FROM office.plan_note(city, base_version, fields, author);
    ELSIF kind = 2 THEN
        SELECT * INTO plan FROM office.plan_contact(city, base_version, fields, author);
    ELSIF kind = 3 THEN
        SELECT * INTO plan FROM office.plan_restriction(city, base_version, fields, author);
    ELSE
        SELECT * INTO plan
          FROM office.plan_move(city, fields, (at AT TIME ZONE interval '9 hours')::date, since IS NULL, who);
    END IF;
    status := plan.status;
    field := plan.field;
    newer := office.written_since(city, kind, fields, since);
    IF status = 'ok' AND newer IS NOT NULL THEN
        status := 'conflict';
        plan.theirs := newer;
        plan.body := NULL;
    END IF;
    -- The log row first: the locks of log and feed are taken in this order by everybody.
    PERFORM office.note(city, station, call, status, subject);
    IF status = 'conflict' AND call <> 'submit' OR status NOT IN ('ok', 'conflict') THEN
        RETURN;
    END IF;
    IF plan.body IS NOT NULL THEN
        PERFORM office.put_row(city, (ARRAY[9, 8, 4])[kind], plan.id, plan.version, plan.body);
    END IF;
    IF kind >= 3 AND status = 'ok' THEN
        INSERT INTO office.entry AS e (code, number, state, kind, person_id, household_id, fields,
                                       base_version, reason, author_id, author, station_id, answer)
        VALUES (city, office.next_id(city, 10), 1, kind, (fields ->> 'person')::bigint,
                coalesce((fields ->> 'household')::bigint, 0),
                CASE kind WHEN 3 THEN jsonb_set(fields, '{id}', to_jsonb(plan.id)) ELSE fields END,
                base_version, reason, who, author, station, '')
        RETURNING e.* INTO fresh;
        IF kind = 4 THEN
            INSERT INTO office.move_hold (code, kind, id, entry)
            SELECT city, h.kind, h.id, fresh.number FROM office.held_by(fields) h;
        END IF;
        PERFORM office.put_row(city, 10, fresh.number, 0, office.entry_body(fresh));
    END IF;
    INSERT INTO office.submission (code, uuid, user_id, station_id, kind, content, verdict,
                                   feed_number, entry, theirs, filed_at, at, xid)
    VALUES (city, uuid, who, station, kind, given,
            CASE WHEN status = 'conflict' THEN 2 WHEN kind >= 3 THEN 1 ELSE 0 END,
            CASE WHEN status = 'conflict' THEN 0 END, coalesce(fresh.number, 0), plan.theirs,
            CASE WHEN isfinite(filed_at) THEN filed_at END, at, pg_current_xact_id());
END
$$;
