-- Migration: the embedded register (training, evaluation and tests).
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    register_id TEXT NOT NULL,
    municipality TEXT NOT NULL,
    code TEXT NOT NULL,
    training INTEGER NOT NULL CHECK (training = 1),
    log_key_secret BLOB NOT NULL,
    log_key_open BLOB NOT NULL,
    made_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER identity_stays BEFORE UPDATE ON identity
BEGIN
    SELECT RAISE(ABORT, 'the identity of a register does not change');
END;
CREATE TRIGGER identity_is_kept BEFORE DELETE ON identity
BEGIN
    SELECT RAISE(ABORT, 'the identity of a register does not change');
END;
CREATE TABLE person (
    person_id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE former_snapshot (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (person_id, version)
) WITHOUT ROWID;
CREATE TABLE household (
    household_id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE restriction (
    restriction_id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE feed (
    number INTEGER PRIMARY KEY,
    table_number INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    row_part INTEGER NOT NULL,
    body BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE TABLE user_account (
    user_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    role INTEGER NOT NULL,
    fingerprint BLOB NOT NULL UNIQUE,
    password_changed_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    locked INTEGER NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE user_grant (
    user_id TEXT NOT NULL REFERENCES user_account (user_id),
    right_bit INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    PRIMARY KEY (user_id, right_bit, valid_from)
) WITHOUT ROWID;
CREATE TABLE station (
    station_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    log_key BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE station_head (
    station_id TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL,
    signed_bytes BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (station_id, row_count)
) WITHOUT ROWID;
