-- Migration: what other organisations have to be told of a 本登録 (issue 5).
CREATE TABLE outbound (
    kind INTEGER NOT NULL,
    number INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (kind, number)
) WITHOUT ROWID;
