-- A 宛名番号 or 世帯番号 of its body: モジュラス11, weights 2 to 7 from the right and again, remainders 0 and
-- 1 give 0 (municipal-facts.md 1.5; text/checkdigit.h).
CREATE OR REPLACE FUNCTION office.with_check_digit(body bigint) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    rest bigint := body;
    weight integer := 2;
    total bigint := 0;
BEGIN
    WHILE rest > 0 LOOP
        total := total + rest % 10 * weight;
        rest := rest / 10;
        weight := CASE weight WHEN 7 THEN 2 ELSE weight + 1 END;
    END LOOP;
    RETURN body * 10 + CASE WHEN total % 11 <= 1 THEN 0 ELSE 11 - total % 11 END;
END
$$;
