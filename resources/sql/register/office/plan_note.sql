-- What a note that was submitted would become: the row to write, a conflict, or why it is refused.
CREATE OR REPLACE FUNCTION office.plan_note(city text, base_version integer, fields jsonb,
                                            author bytea, OUT status text, OUT field text,
                                            OUT theirs bytea, OUT id bigint, OUT version integer,
                                            OUT body bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    held record;
    there bigint[];
BEGIN
    id := (fields ->> 'id')::bigint;
    SELECT * INTO held FROM office.newest_row(city, 9, id);
    there := office.cbor_integers(held.body);
    status := CASE
        WHEN office.row_at(city, 1, (fields ->> 'person')::bigint, 0) IS NULL
            THEN 'ResidentUnknown'
        WHEN id = 0 THEN 'ok'
        WHEN held.version = 0 OR there[3] <> (fields ->> 'person')::bigint THEN 'EntryUnknown'
        WHEN held.version <> base_version OR there[5] = 1 THEN 'conflict'
        ELSE 'ok'
    END;
    IF status = 'conflict' THEN
        theirs := held.body;
    ELSIF status = 'ok' THEN
        IF id = 0 THEN
            id := office.next_id(city, 9);
        END IF;
        version := held.version + 1;
        body := office.note_body(fields, id, version, author);
    END IF;
END
$$;
