-- None, an ordinary day, or one known in part whose days stand in their order: central/arrivalrules.cpp.
CREATE OR REPLACE FUNCTION office.date_fits(parts jsonb, needed boolean) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    earliest date;
    latest date;
BEGIN
    IF jsonb_typeof(parts) <> 'array'
       OR (SELECT string_agg(jsonb_typeof(p), ' ') FROM jsonb_array_elements(parts) AS p)
          IS DISTINCT FROM 'string string string number'
       OR parts ->> 3 !~ '^[0-5]$' THEN
        RETURN false;
    END IF;
    earliest := office.day_of(parts ->> 1);
    latest := office.day_of(parts ->> 2);
    RETURN CASE
        WHEN parts = '["", "", "", 0]' THEN NOT needed
        WHEN parts ->> 3 = '5' AND parts ->> 0 = '' THEN coalesce(earliest = latest, false)
        WHEN office.is_blank(parts ->> 0) OR NOT office.fits(parts ->> 0, 40, false) THEN false
        WHEN parts ->> 1 = '' AND parts ->> 2 = '' THEN true
        ELSE coalesce(earliest <= latest, false) END;
END
$$;
