-- Forms: takes the locks of all these households (1) and persons (2), [[kind, id], ...], for five minutes, or
-- renews them. A line for each that somebody else holds, and then none is taken; the last line has no kind.
CREATE OR REPLACE FUNCTION api.lock_for_edit(keys jsonb)
    RETURNS TABLE (status text, kind integer, id bigint, user_id text, user_name text,
                   station_id text, since timestamptz, until timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
    free boolean := true;
    one record;
BEGIN
    SELECT * INTO who FROM office.caller('lock_for_edit', 0);
    lock_for_edit.status := CASE
        WHEN who.status <> 'ok' THEN who.status
        WHEN office.rights_of(who.code, who.user_id) & 77824 = 0 THEN 'RightMissing'
        WHEN NOT office.are_lock_keys(keys) THEN 'RegisterRefused'
        ELSE 'ok'
    END;
    IF who.status = 'ok' AND lock_for_edit.status <> 'ok' THEN
        PERFORM office.note(who.code, who.station_id, 'lock_for_edit', lock_for_edit.status, '');
    ELSIF who.status = 'ok' THEN
        -- One set at a time: all of it or nothing.
        PERFORM office.take_turn(4246, who.code);
        FOR one IN SELECT l.*, a.name
                     FROM office.locks_held(who.code) l
                     JOIN (SELECT DISTINCT (k ->> 0)::integer AS kind, (k ->> 1)::bigint AS id
                             FROM jsonb_array_elements(keys) AS k) AS w
                       ON w.kind = l.kind AND w.id = l.id
                     JOIN office.user_account a ON a.code = who.code AND a.user_id = l.user_id
                    WHERE (l.user_id, l.station_id) <> (who.user_id, who.station_id)
                    ORDER BY l.kind, l.id
        LOOP
            free := false;
            RETURN QUERY SELECT 'ok', one.kind, one.id, one.user_id, one.name, one.station_id,
                one.since, one.until;
        END LOOP;
        IF free THEN
            PERFORM office.take_locks(who.code, who.user_id, who.station_id, keys);
        END IF;
    END IF;
    RETURN QUERY SELECT lock_for_edit.status, NULL::integer, NULL::bigint, NULL::text, NULL::text,
        NULL::text, NULL::timestamptz, NULL::timestamptz;
END
$$;
REVOKE ALL ON FUNCTION api.lock_for_edit(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.lock_for_edit(jsonb) TO madoguchi_clerk;
