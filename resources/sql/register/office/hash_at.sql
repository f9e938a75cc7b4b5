-- The running hash at a position of a city's feed; NULL where the register does not know it: nobody goes on from
-- the beginning once that has been removed.
CREATE OR REPLACE FUNCTION office.hash_at(city text, place bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF place = 0 THEN
        RETURN CASE WHEN coalesce((SELECT min(f.number) FROM office.feed f
                                    WHERE f.code = city), 1) = 1
                    THEN office.first_hash(city) END;
    END IF;
    RETURN (SELECT f.hash FROM office.feed f WHERE f.code = city AND f.number = place);
END
$$;
