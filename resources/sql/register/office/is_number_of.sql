-- Whether this is a number of a series (1: 宛名番号, 2: 世帯番号): its check digit, and, when asked, that it was handed
-- out.
CREATE OR REPLACE FUNCTION office.is_number_of(city text, series integer, number bigint, handed_out boolean)
    RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN office.with_check_digit(number / 10) = number
       AND (NOT handed_out
            OR coalesce((SELECT s.next_body > number / 10 FROM office.number_series s
                          WHERE s.code = city AND s.series = is_number_of.series), false));
END
$$;
