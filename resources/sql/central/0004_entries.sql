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
-- A 仮登録 that waits, one a person or household.
CREATE TABLE entry_waiting (
    entry_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    household_id INTEGER NOT NULL,
    UNIQUE (person_id, household_id)
);
-- What was answered to a submission, for ever: accepted, or final as a conflict.
CREATE TABLE submission (
    uuid TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    content BLOB NOT NULL,
    verdict INTEGER NOT NULL,
    feed_number INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    theirs BLOB NOT NULL,
    filed_at INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER submission_stays BEFORE UPDATE ON submission
BEGIN
    SELECT RAISE(ABORT, 'what was answered does not change');
END;
CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
BEGIN
    SELECT RAISE(ABORT, 'what was answered is kept');
END;
-- What clerks did at the register, and what was asked of it with a reason.
CREATE TABLE register_log (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    station_id TEXT NOT NULL,
    action TEXT NOT NULL,
    subject INTEGER NOT NULL,
    detail TEXT NOT NULL
);
CREATE TRIGGER register_log_stays BEFORE UPDATE ON register_log
BEGIN
    SELECT RAISE(ABORT, 'a log row does not change');
END;
CREATE TRIGGER register_log_is_kept BEFORE DELETE ON register_log
BEGIN
    SELECT RAISE(ABORT, 'a log row is kept');
END;
CREATE TABLE edit_lock (
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    session TEXT NOT NULL,
    user_id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    station_id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
-- What stations hand in after a restore: acknowledged, and no longer here.
CREATE TABLE offer (
    uuid TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    station_id TEXT NOT NULL,
    feed_number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    filed_at INTEGER NOT NULL,
    proposal BLOB NOT NULL,
    outcome INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE backup (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    up_to INTEGER NOT NULL
) WITHOUT ROWID;
