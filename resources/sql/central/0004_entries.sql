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
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (note_id, version)
);
CREATE TABLE entry (
    entry_id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
