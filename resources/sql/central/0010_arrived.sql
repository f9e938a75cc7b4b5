-- Migration: who came by a 転入, by his three items: from an old copy nobody enters him once more (issue 5).
CREATE TABLE arrival (
    items INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (items, person_id)
) WITHOUT ROWID;
