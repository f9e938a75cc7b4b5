-- Migration: tax, collection and pension files (issue 3). Rows stand in the order they came in.
CREATE TABLE assessment (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (person_id, version)
);
CREATE TABLE ledger (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (person_id, version)
);
CREATE TABLE pension (
    person_id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
