-- What a contact that was submitted would become: the row to write, a conflict, or why it is refused.
CREATE OR REPLACE FUNCTION office.plan_contact(city text, base_version integer, fields jsonb,
                                               author bytea, OUT status text, OUT field text,
                                               OUT theirs bytea, OUT id bigint,
                                               OUT version integer, OUT body bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    held record;
BEGIN
    id := (fields ->> 'person')::bigint;
    SELECT * INTO held FROM office.newest_row(city, 8, id);
    status := CASE
        WHEN office.row_at(city, 1, id, 0) IS NULL THEN 'ResidentUnknown'
        WHEN held.version <> base_version THEN 'conflict'
        -- An empty one takes the older one back.
        WHEN held.version = 0 AND concat(fields ->> 'telephone', fields ->> 'sendPostalCode',
                                         fields ->> 'sendAddress', fields ->> 'sendName') = ''
            THEN 'EntryIncomplete'
        ELSE 'ok'
    END;
    IF status = 'conflict' THEN
        theirs := held.body;
    ELSIF status = 'EntryIncomplete' THEN
        field := 'telephone';
    ELSIF status = 'ok' THEN
        version := held.version + 1;
        body := office.contact_body(fields, version, author);
    END IF;
END
$$;
