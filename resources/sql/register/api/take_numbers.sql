-- New 宛名番号 (1) or 世帯番号 (2) for this station, each handed out once, whatever becomes of it.
CREATE OR REPLACE FUNCTION api.take_numbers(series integer, wanted integer)
    RETURNS TABLE (status text, number bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
    first_body bigint;
BEGIN
    SELECT * INTO who FROM office.caller('take_numbers', 65536);
    take_numbers.status := who.status;
    IF who.status = 'ok' THEN
        IF take_numbers.series IN (1, 2) AND wanted BETWEEN 1 AND 100 THEN
            -- Nobody holds the others up by keeping the row of the series.
            PERFORM office.take_turn(4247, who.code);
            -- The rows of tables 1 (persons) and 3 (households): what the city began with.
            INSERT INTO office.number_series AS s (code, series, lineage, next_body)
            VALUES (who.code, take_numbers.series, office.lineage(),
                    coalesce((SELECT max(r.id) / 10 FROM office.replica r
                               WHERE r.code = who.code
                                 AND r.table_number = take_numbers.series * 2 - 1), 0)
                    + 1 + wanted)
            ON CONFLICT (code, series) DO UPDATE
               -- Nobody knows what was handed out between the copy and its restore: no city uses as many.
               SET next_body = greatest(s.next_body, excluded.next_body - wanted) + wanted
                       + CASE WHEN s.lineage = excluded.lineage THEN 0 ELSE 100000 END,
                   lineage = excluded.lineage
            RETURNING s.next_body - wanted INTO first_body;
        ELSE
            take_numbers.status := 'RegisterRefused';
        END IF;
        PERFORM office.note(who.code, who.station_id, 'take_numbers', take_numbers.status,
                            concat_ws(' ', take_numbers.series, wanted,
                                      office.with_check_digit(first_body)));
    END IF;
    IF take_numbers.status <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    RETURN QUERY SELECT 'ok', office.with_check_digit(first_body + n)
                   FROM generate_series(0, wanted - 1) AS n ORDER BY n;
END
$$;
REVOKE ALL ON FUNCTION api.take_numbers(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.take_numbers(integer, integer) TO madoguchi_clerk;
