-- A decision of the shape that api.offer_again takes.
CREATE OR REPLACE FUNCTION office.is_decision(one jsonb) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    shape jsonb := '{"uuid": "string", "user": "string", "feedNumber": "number",
                     "outcome": "number", "reason": "string", "at": "number"}';
BEGIN
    IF (SELECT jsonb_object_agg(key, jsonb_typeof(value)) FROM jsonb_each(one))
        IS DISTINCT FROM shape
    THEN
        RETURN false;
    END IF;
    RETURN one ->> 'uuid' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
           AND one ->> 'feedNumber' ~ '^[0-9]{1,18}$' AND one ->> 'at' ~ '^[1-9][0-9]{0,13}$'
           AND one ->> 'outcome' ~ '^[0-2]$' AND length(one ->> 'user') <= 63
           AND CASE one ->> 'outcome' WHEN '1' THEN office.is_reason(one ->> 'reason')
                    ELSE office.fits(one ->> 'reason', 500, false) END;
END
$$;
