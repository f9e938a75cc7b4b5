-- Migration: the 照合 that a restore lost are offered again, as submissions are.
CREATE TABLE offered_decision (
    uuid TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    station_id TEXT NOT NULL,
    feed_number INTEGER NOT NULL,
    decision INTEGER NOT NULL CHECK (decision BETWEEN 0 AND 2),
    reason TEXT NOT NULL,
    outcome INTEGER NOT NULL,
    PRIMARY KEY (uuid, user_id, at)
) WITHOUT ROWID;
CREATE INDEX submission_of_entry ON submission (entry_id) WHERE entry_id > 0;
