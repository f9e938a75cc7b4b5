-- Migration: the series of 宛名番号 (1) and 世帯番号 (2) that are handed out in blocks (issue 4).
CREATE TABLE number_series (
    series INTEGER PRIMARY KEY CHECK (series IN (1, 2)),
    next_body INTEGER NOT NULL
) WITHOUT ROWID;
