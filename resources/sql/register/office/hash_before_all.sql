-- The running hash before the first change of a city's feed; NULL once that change was removed: nobody goes on
-- from there.
CREATE OR REPLACE FUNCTION office.hash_before_all(city text) RETURNS bytea
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN CASE WHEN coalesce((SELECT min(f.number) FROM office.feed f WHERE f.code = city), 1) = 1
                THEN office.first_hash(city) END;
END
$$;
