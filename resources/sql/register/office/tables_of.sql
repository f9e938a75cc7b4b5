-- The tables a station with these scopes is sent: central/replicarow.cpp, tablesFor().
CREATE OR REPLACE FUNCTION office.tables_of(scopes text[]) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(array_agg(number ORDER BY number), '{}')
              FROM (VALUES (1, '住民'), (2, '住民'), (3, '住民'), (4, '住民'), (5, '税'),
                           (6, '収納'), (7, '年金'), (8, '住民'), (9, '住民'), (10, '住民'))
                   AS every (number, scope)
             WHERE scope = ANY (scopes));
END
$$;
