-- Migration: 異動 as 仮登録, whom they hold, and keys by household (issue 5).
SET LOCAL ROLE madoguchi_owner;
ALTER TABLE office.submission DROP CONSTRAINT submission_kind_check;
ALTER TABLE office.submission ADD CONSTRAINT submission_kind_check CHECK (kind BETWEEN 1 AND 4);
ALTER TABLE office.entry ADD COLUMN kind integer NOT NULL DEFAULT 3 CHECK (kind IN (3, 4));
DROP INDEX office.one_waits;
CREATE UNIQUE INDEX one_waits ON office.entry (code, person_id, household_id)
    WHERE state = 1 AND kind = 3;

-- Households (1) and persons (2) of a 仮登録 that waits: no other 異動 is entered on them.
CREATE TABLE office.move_hold (
    code text NOT NULL REFERENCES office.city,
    kind integer NOT NULL CHECK (kind IN (1, 2)),
    id bigint NOT NULL CHECK (id > 0),
    entry bigint NOT NULL,
    PRIMARY KEY (code, kind, id)
);

-- Whom a row is found by: a person (1) by his household (item 2), a restriction (4) by its person (3) or, below
-- zero, its household (4). The key of an index, so it stands here and calls nothing: what it answers for the same
-- bytes never changes, and rows that are there already are indexed by it.
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
CREATE INDEX replica_target ON office.replica (code, table_number, office.target_of(table_number, body))
    WHERE table_number IN (1, 4);
RESET ROLE;
