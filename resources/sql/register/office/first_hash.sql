-- The running hash at position 0 of a city's feed: central/replicarow.cpp, firstHash().
CREATE OR REPLACE FUNCTION office.first_hash(city text) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT sha256(convert_to('madoguchi feed ' || register_id, 'UTF8'))
      FROM office.city c WHERE c.code = city
$$;
