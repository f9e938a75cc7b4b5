-- At most so many characters, no control character; a line break only where there may be lines.
CREATE OR REPLACE FUNCTION office.fits(value text, most integer, lines boolean) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT length(value) <= most
           AND translate(value, string_agg(chr(point), '')
                                    FILTER (WHERE NOT (lines AND point = 10)), '') = value
      FROM generate_series(1, 159) AS point WHERE point < 32 OR point > 126
$$;
