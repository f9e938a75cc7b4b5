-- Migration: persons by household, and whom a 仮登録 of an 異動 holds (issue 5). household_id -1: of a register made
-- before, not looked up yet.
ALTER TABLE person ADD COLUMN household_id INTEGER NOT NULL DEFAULT -1;
CREATE INDEX person_household ON person (household_id);
CREATE TABLE move_hold (
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
