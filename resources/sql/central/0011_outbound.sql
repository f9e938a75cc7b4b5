-- Migration: what other organisations have to be told of a 本登録 (issue 5).
CREATE TABLE outbound (
    kind INTEGER NOT NULL,
    number INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (kind, number),
    UNIQUE (kind, entry_id, person_id)
) WITHOUT ROWID;
CREATE TRIGGER outbound_stays BEFORE UPDATE OF kind, number, entry_id, person_id, version ON outbound
BEGIN
    SELECT RAISE(ABORT, 'whom a notice tells of does not change');
END;
CREATE TRIGGER outbound_is_kept BEFORE DELETE ON outbound
BEGIN
    SELECT RAISE(ABORT, 'a notice is kept');
END;
