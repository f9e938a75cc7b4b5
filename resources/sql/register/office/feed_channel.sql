-- Where the growth of a city's feed is told: a name that nobody of another city knows.
CREATE OR REPLACE FUNCTION office.feed_channel(city text) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN (SELECT 'madoguchi_feed_' || left(encode(sha256(convert_to(
                       'madoguchi feed channel ' || c.register_id, 'UTF8')), 'hex'), 32)
              FROM office.city c WHERE c.code = city);
END
$$;
