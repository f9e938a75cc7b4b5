-- Migration: contacts, notes (each version a row) and the 仮登録 (issue 4).
CREATE TABLE contact (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (person_id, version)
);
CREATE TABLE note (
    note_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (note_id, version)
);
CREATE INDEX note_person ON note (person_id);
CREATE TABLE entry (
    entry_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    household_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX entry_person ON entry (person_id);
CREATE INDEX entry_household ON entry (household_id);
CREATE INDEX entry_state ON entry (state);
