-- [[kind, id], ...]: at most 200 households (1) and persons (2).
CREATE OR REPLACE FUNCTION office.are_lock_keys(keys jsonb) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF keys IS NULL OR jsonb_typeof(keys) <> 'array' THEN
        RETURN false;
    END IF;
    RETURN jsonb_array_length(keys) <= 200
       AND coalesce((SELECT bool_and(jsonb_typeof(k) = 'array'
                                     AND k::text ~ '^.[12], [1-9][0-9]{0,17}.$')
                       FROM jsonb_array_elements(keys) AS k), true);
END
$$;
