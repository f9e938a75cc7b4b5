-- What an 異動 that was submitted comes to: a 仮登録, a conflict (theirs: the same with the versions that stand), or
-- why it is refused (field: the rule). fresh: a number for a new household has to be one that was handed out; after a
-- restore the register does not know which were.
CREATE OR REPLACE FUNCTION office.plan_move(city text, fields jsonb, day date, fresh boolean, who text,
                                            OUT status text, OUT field text, OUT theirs bytea,
                                            OUT id bigint, OUT version integer, OUT body bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    standing jsonb := office.move_standing(city, fields);
BEGIN
    -- What is not there yet may come with the 照合 of the one that waits.
    IF office.is_held(city, fields) THEN
        status := 'EntryPending';
    ELSIF standing IS NULL THEN
        status := 'ResidentUnknown';
    ELSIF fields ->> 'toVersion' = '0' AND standing ->> 'toVersion' = '0'
        AND NOT office.is_number_of(city, 2, (fields ->> 'to')::bigint, fresh)
    THEN
        status := 'EntryIncomplete';
        field := 'to';
    ELSIF EXISTS (SELECT FROM jsonb_array_elements(standing -> 'movers') AS m
                   WHERE m ->> 1 = '0' AND NOT office.is_number_of(city, 1, (m ->> 0)::bigint, fresh))
    THEN
        status := 'EntryIncomplete';
        field := 'movers';
    ELSIF standing <> fields THEN
        status := 'conflict';
        theirs := office.move_body(standing);
    ELSE
        -- Also of what was offered again: nobody has ever acknowledged that it was entered.
        field := office.move_refusal(city, fields, day, NOT EXISTS (
            SELECT FROM office.user_grant g
             WHERE g.code = city AND g.user_id = who AND g.right_bit & 4 <> 0
               AND day BETWEEN g.valid_from AND g.valid_to));
        status := CASE WHEN field IS NULL THEN 'ok' ELSE 'MoveRefused' END;
    END IF;
END
$$;
