-- [[宛名番号, 履歴番号, 続柄], ...].
CREATE OR REPLACE FUNCTION office.are_changes(changes jsonb) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT bool_and(jsonb_typeof(c) = 'array' AND jsonb_array_length(c) = 3
                                     AND jsonb_typeof(c -> 0) = 'number'
                                     AND c ->> 0 ~ '^[1-9][0-9]{0,17}$'
                                     AND jsonb_typeof(c -> 1) = 'number'
                                     AND c ->> 1 ~ '^(0|[1-9][0-9]{0,8})$'
                                     AND jsonb_typeof(c -> 2) = 'string'
                                     AND office.fits(c ->> 2, 40, false))
                       FROM jsonb_array_elements(changes) AS c), true);
END
$$;
