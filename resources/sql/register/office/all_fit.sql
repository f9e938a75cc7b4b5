-- At most so many texts, each of at most so many characters.
CREATE OR REPLACE FUNCTION office.all_fit(texts jsonb, most integer, length integer) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT jsonb_array_length(texts) <= most
           AND coalesce((SELECT bool_and(office.fits(one, length, false))
                           FROM jsonb_array_elements_text(texts) AS one), true)
$$;
