-- What a restriction that was submitted would become: its id, the row that protects at once when it is set
-- anew (else NULL), a conflict, or why it is refused.
CREATE OR REPLACE FUNCTION office.plan_restriction(city text, base_version integer, fields jsonb,
                                                   author bytea, OUT status text, OUT field text,
                                                   OUT theirs bytea, OUT id bigint,
                                                   OUT version integer, OUT body bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    person bigint := (fields ->> 'person')::bigint;
    household bigint := (fields ->> 'household')::bigint;
    held bytea;
    there bigint[];
BEGIN
    id := (fields ->> 'id')::bigint;
    version := 0;
    held := office.row_at(city, 4, id, 0);
    there := office.cbor_integers(held);
    status := CASE
        WHEN CASE WHEN person > 0 THEN office.row_at(city, 1, person, 0)
                  ELSE office.row_at(city, 3, household, 0) END IS NULL THEN 'ResidentUnknown'
        WHEN id > 0 AND (held IS NULL OR coalesce(there[3], 0) <> person
                         OR coalesce(there[4], 0) <> household) THEN 'EntryUnknown'
        WHEN EXISTS (SELECT FROM office.entry e
                      WHERE e.code = city AND e.person_id = person AND e.household_id = household
                        AND e.state = 1 AND e.kind = 3) THEN 'EntryPending'
        WHEN id > 0 AND there[2] <> base_version THEN 'conflict'
        ELSE 'ok'
    END;
    IF status = 'conflict' THEN
        theirs := held;
    ELSIF status = 'ok' AND id = 0 THEN
        id := office.next_id(city, 4);
        body := office.restriction_body(jsonb_set(fields, '{id}', to_jsonb(id)), 1, false, true);
    END IF;
END
$$;
