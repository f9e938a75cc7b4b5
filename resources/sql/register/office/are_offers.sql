-- 0 to 1000 offers of the shape that api.offer_again takes.
CREATE OR REPLACE FUNCTION office.are_offers(offers jsonb) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    shape jsonb := '{"uuid": "string", "user": "string", "feedNumber": "number", "kind": "number",
                     "baseVersion": "number", "fields": "object", "reason": "string",
                     "filedAt": "number", "at": "number"}';
    one jsonb;
BEGIN
    IF offers IS NULL OR jsonb_typeof(offers) <> 'array' OR pg_column_size(offers) > 20000000 THEN
        RETURN false;
    END IF;
    IF jsonb_array_length(offers) > 1000 THEN
        RETURN false;
    END IF;
    FOR one IN SELECT value FROM jsonb_array_elements(offers) LOOP
        IF jsonb_typeof(one) <> 'object' THEN
            RETURN false;
        END IF;
        IF one ? 'outcome' THEN
            IF NOT office.is_decision(one) THEN
                RETURN false;
            END IF;
            CONTINUE;
        END IF;
        IF (SELECT jsonb_object_agg(key, jsonb_typeof(value)) FROM jsonb_each(one))
            IS DISTINCT FROM shape
            OR one ->> 'uuid' !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
            OR one ->> 'feedNumber' !~ '^[0-9]{1,18}$' OR one ->> 'filedAt' !~ '^[0-9]{1,14}$'
            OR one ->> 'kind' !~ '^[1-4]$' OR one ->> 'baseVersion' !~ '^[0-9]{1,9}$'
            OR one ->> 'at' !~ '^[0-9]{1,14}$' OR length(one ->> 'user') > 63
        THEN
            RETURN false;
        END IF;
        IF office.entry_fault((one ->> 'kind')::integer, (one ->> 'baseVersion')::integer,
                              one -> 'fields', one ->> 'reason') IS NOT NULL
        THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
END
$$;
