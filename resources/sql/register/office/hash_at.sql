-- The running hash at a position of a city's feed; NULL where the register does not know it.
CREATE OR REPLACE FUNCTION office.hash_at(city text, place bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN CASE WHEN place = 0 THEN office.first_hash(city)
                ELSE (SELECT f.hash FROM office.feed f WHERE f.code = city AND f.number = place) END;
END
$$;
