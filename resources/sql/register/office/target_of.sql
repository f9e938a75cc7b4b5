-- Whom a row is found by: a person (1) by his household (item 2), a restriction (4) by its person (3) or, below
-- zero, its household (4). The key of an index: it calls nothing, and stands word for word in migration 0013.
CREATE OR REPLACE FUNCTION office.target_of(table_number integer, body bytea) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    place integer := CASE get_byte(body, 0) & 31 WHEN 24 THEN 2 ELSE 1 END;
    key integer := 0;
    low integer;
    size integer;
    value bigint;
BEGIN
    WHILE place < octet_length(body) AND key < 4 LOOP
        key := get_byte(body, place);
        -- Item 1 of a person is [宛名番号, 履歴番号], everything else up to 4 one number.
        place := place + CASE WHEN table_number = 1 AND key = 1 THEN 2 ELSE 1 END;
        FOR n IN 1 .. CASE WHEN table_number = 1 AND key = 1 THEN 2 ELSE 1 END LOOP
            low := get_byte(body, place) & 31;
            size := CASE WHEN low < 24 THEN 0 ELSE 1 << (low - 24) END;
            value := CASE WHEN low < 24 THEN low ELSE 0 END;
            FOR at IN place + 1 .. place + size LOOP
                value := value << 8 | get_byte(body, at);
            END LOOP;
            place := place + 1 + size;
        END LOOP;
        IF table_number = 1 AND key >= 2 THEN
            RETURN CASE key WHEN 2 THEN value ELSE 0 END;
        ELSIF key = 3 THEN
            RETURN value;
        ELSIF key = 4 THEN
            RETURN -value;
        END IF;
    END LOOP;
    RETURN 0;
END
$$;
