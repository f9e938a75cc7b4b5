-- Migration: the series of 宛名番号 (1) and 世帯番号 (2) that are handed out in blocks (issue 4).
SET LOCAL ROLE madoguchi_owner;
CREATE TABLE office.number_series (
    code text NOT NULL REFERENCES office.city,
    series integer NOT NULL CHECK (series IN (1, 2)),
    next_body bigint NOT NULL CHECK (next_body > 0),
    PRIMARY KEY (code, series)
);
RESET ROLE;
