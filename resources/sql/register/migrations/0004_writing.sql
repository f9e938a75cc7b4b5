-- Migration: submissions, 仮登録, edit locks, what is offered after a restore, the backup's mark (issue 4).
SET LOCAL ROLE madoguchi_owner;

-- What was answered to a uuid, for ever. feed_number NULL: gets it when the transaction commits.
CREATE TABLE office.submission (
    code text NOT NULL REFERENCES office.city,
    uuid text NOT NULL,
    user_id text NOT NULL,
    station_id text NOT NULL,
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 3),
    content bytea NOT NULL CHECK (octet_length(content) = 32),
    verdict integer NOT NULL CHECK (verdict BETWEEN 0 AND 2),
    feed_number bigint,
    entry bigint NOT NULL,
    theirs bytea,
    filed_at timestamptz,
    at timestamptz NOT NULL,
    xid xid8 NOT NULL,
    PRIMARY KEY (code, uuid),
    CHECK ((verdict = 1) = (entry > 0)),
    CHECK (verdict = 2 OR theirs IS NULL)
);

-- fields, base_version, reason: the restriction as it was entered, its id filled in. base_version 0:
-- it was set anew and protects since then.
CREATE TABLE office.entry (
    code text NOT NULL REFERENCES office.city,
    number bigint NOT NULL CHECK (number > 0),
    state integer NOT NULL CHECK (state BETWEEN 1 AND 4),
    person_id bigint NOT NULL CHECK (person_id >= 0),
    household_id bigint NOT NULL CHECK ((household_id > 0) <> (person_id > 0)),
    fields jsonb NOT NULL,
    base_version integer NOT NULL CHECK (base_version >= 0),
    reason text NOT NULL,
    author_id text NOT NULL,
    author bytea NOT NULL,
    station_id text NOT NULL,
    checker_id text,
    checker bytea,
    answer text NOT NULL,
    PRIMARY KEY (code, number),
    CONSTRAINT checked_or_waiting CHECK ((state = 1) = (checker_id IS NULL)
                                         AND (state = 1) = (checker IS NULL)),
    CONSTRAINT four_eyes CHECK (state NOT IN (2, 3) OR checker_id <> author_id),
    CONSTRAINT own_withdrawal CHECK (state <> 4 OR checker_id = author_id)
);
CREATE UNIQUE INDEX one_waits ON office.entry (code, person_id, household_id) WHERE state = 1;

-- kind 1 = household, 2 = person. Ends by time, or with the connection.
CREATE UNLOGGED TABLE office.edit_lock (
    code text NOT NULL,
    kind integer NOT NULL CHECK (kind IN (1, 2)),
    id bigint NOT NULL CHECK (id > 0),
    user_id text NOT NULL,
    station_id text NOT NULL,
    pid integer NOT NULL,
    backend_start timestamptz NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (code, kind, id)
);

-- What a station says was acknowledged and is gone. Counts once the administrator applies it.
CREATE TABLE office.recovery (
    code text NOT NULL REFERENCES office.city,
    uuid text NOT NULL,
    content bytea NOT NULL,
    user_id text NOT NULL,
    feed_number bigint NOT NULL,
    kind integer NOT NULL,
    base_version integer NOT NULL,
    fields jsonb NOT NULL,
    reason text NOT NULL,
    filed_at timestamptz,
    offered_by text NOT NULL,
    station_id text NOT NULL,
    offered_at timestamptz NOT NULL,
    acknowledged_at timestamptz,
    outcome text,
    PRIMARY KEY (code, uuid, content, user_id)
);

CREATE TABLE office.backup (
    code text PRIMARY KEY REFERENCES office.city,
    up_to bigint NOT NULL,
    at timestamptz NOT NULL
);

ALTER TABLE office.ticket ADD COLUMN person_id bigint;

CREATE OR REPLACE FUNCTION office.number_submission() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER submission_is_numbered AFTER INSERT ON office.submission
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.feed_number IS NULL)
    EXECUTE FUNCTION office.number_submission();
CREATE TRIGGER submissions_stay BEFORE UPDATE OR DELETE ON office.submission
    FOR EACH ROW WHEN (OLD.feed_number IS NOT NULL) EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON office.entry
    FOR EACH ROW WHEN (OLD.state <> 1) EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
