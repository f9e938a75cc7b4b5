-- What a 仮登録 of an 異動 holds until it is decided: both households (1), everybody named (2)
-- and, of newcomers, the three items (3).
CREATE OR REPLACE FUNCTION office.held_by(fields jsonb) RETURNS TABLE (kind integer, id bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT DISTINCT 1, h FROM unnest(ARRAY[(fields ->> 'from')::bigint, (fields ->> 'to')::bigint]) AS h
    UNION ALL
    SELECT 2, (c ->> 0)::bigint
      FROM jsonb_array_elements((fields -> 'movers') || (fields -> 'others')) AS c
    UNION ALL
    SELECT DISTINCT 3, office.three_items(office.newcomer_items(n)) FROM jsonb_array_elements(fields -> 'newcomers') AS n
$$;
