-- Migration: the replica. No column holds 個人番号 or 住民票コード (R-AUZ-09).
CREATE TABLE meta (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE person (
    person_id INTEGER PRIMARY KEY,
    household_id INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX person_household ON person (household_id);
-- Rows stand in the order they came in: a new former state goes behind the others. In key order every
-- change would split full pages in the middle of the table.
CREATE TABLE former_snapshot (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (person_id, version)
);
CREATE TABLE household (
    household_id INTEGER PRIMARY KEY,
    head_id INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE restriction (
    restriction_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    household_id INTEGER NOT NULL,
    hides INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX restriction_person ON restriction (person_id);
CREATE INDEX restriction_household ON restriction (household_id);
