-- The first field of a proposal that holds what it cannot, NULL when there is none; 'keys' when the
-- fields are not exactly those of the kind. As central/entryrules.cpp.
CREATE OR REPLACE FUNCTION office.entry_fault(kind integer, base_version integer, fields jsonb,
                                              reason text) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    allowed jsonb := CASE kind
        WHEN 1 THEN '{"id": "number", "person": "number", "text": "string",
                      "withdrawn": "boolean"}'
        WHEN 2 THEN '{"person": "number", "telephone": "string", "sendPostalCode": "string",
                      "sendAddress": "string", "sendName": "string"}'
        WHEN 3 THEN '{"id": "number", "person": "number", "household": "number",
                      "kind": "number", "inquiry": "number", "certificate": "number",
                      "movement": "number", "hidesAddress": "boolean", "from": "string",
                      "until": "string", "ended": "boolean"}'
    END;
    wrong text;
BEGIN
    IF kind = 4 AND jsonb_typeof(fields) = 'object' AND pg_column_size(fields) <= 20000 THEN
        RETURN coalesce(office.move_fault(fields),
                        CASE WHEN base_version IS DISTINCT FROM 0 THEN 'baseVersion'
                             WHEN NOT coalesce(office.fits(reason, 500, false), false) THEN 'reason' END);
    END IF;
    IF allowed IS NULL OR fields IS NULL OR jsonb_typeof(fields) <> 'object'
        OR pg_column_size(fields) > 20000
    THEN
        RETURN 'keys';
    END IF;
    IF (SELECT jsonb_object_agg(key, jsonb_typeof(value)) FROM jsonb_each(fields))
        IS DISTINCT FROM allowed
    THEN
        RETURN 'keys';
    END IF;
    -- Longer ones are no number of anything; a fraction is none.
    SELECT key INTO wrong FROM jsonb_each_text(fields)
     WHERE allowed ->> key = 'number'
       AND value !~ CASE WHEN key IN ('id', 'person', 'household') THEN '^(0|[1-9][0-9]{0,17})$'
                         WHEN key = 'kind' THEN '^[0-6]$' ELSE '^[0-2]$' END
     ORDER BY key LIMIT 1;
    RETURN CASE
        WHEN wrong IS NOT NULL THEN wrong
        WHEN coalesce(base_version, -1) < 0 THEN 'baseVersion'
        WHEN fields ->> 'id' = '0' AND base_version > 0 THEN 'baseVersion'
        WHEN kind = 1 AND fields ->> 'id' = '0' AND (fields ->> 'withdrawn')::boolean
            THEN 'withdrawn'
        WHEN kind = 1 AND (office.is_blank(fields ->> 'text')
                           OR NOT office.fits(fields ->> 'text', 1000, true)) THEN 'text'
        WHEN kind = 2 AND NOT office.fits(fields ->> 'telephone', 30, false) THEN 'telephone'
        WHEN kind = 2 AND fields ->> 'sendPostalCode' !~ '^([0-9]{7})?$' THEN 'sendPostalCode'
        WHEN kind = 2 AND NOT office.fits(fields ->> 'sendAddress', 200, false)
            THEN 'sendAddress'
        WHEN kind = 2 AND NOT office.fits(fields ->> 'sendName', 100, false) THEN 'sendName'
        WHEN kind = 3 AND fields ->> 'id' = '0' AND (fields ->> 'ended')::boolean THEN 'ended'
        WHEN kind = 3 AND (fields ->> 'person' = '0') = (fields ->> 'household' = '0')
            THEN 'person'
        WHEN kind = 3 AND office.day_of(fields ->> 'from') IS NULL THEN 'from'
        WHEN kind = 3 AND fields ->> 'until' <> ''
             AND coalesce(office.day_of(fields ->> 'until') < office.day_of(fields ->> 'from'),
                          true) THEN 'until'
        WHEN kind = 3 AND NOT office.is_reason(reason) THEN 'reason'
        WHEN kind <> 3 AND NOT coalesce(office.fits(reason, 500, false), false) THEN 'reason'
    END;
END
$$;
