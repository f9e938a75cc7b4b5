-- Migration: households (1) and persons (2) of the 仮登録 of an 異動 (issue 5).
CREATE TABLE entry_subject (
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (kind, id, entry_id)
) WITHOUT ROWID;
