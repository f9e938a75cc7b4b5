-- Where the feed of a city stands.
CREATE OR REPLACE FUNCTION office.feed_end(city text, OUT number bigint, OUT hash bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    SELECT f.number, f.hash INTO number, hash FROM office.feed f
     WHERE f.code = city ORDER BY f.number DESC LIMIT 1;
    IF NOT FOUND THEN
        number := 0;
        hash := office.first_hash(city);
    END IF;
END
$$;
