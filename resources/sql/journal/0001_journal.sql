-- journal.db, version 1: the log, its checkpoints, issued numbers, what the journal remembers.
-- The log is only ever added to: the file itself refuses gaps, changes and deletions.
CREATE TABLE log_row (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    body BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER log_row_in_order BEFORE INSERT ON log_row
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM log_row)
BEGIN
    SELECT RAISE(ABORT, 'log rows follow each other without gaps');
END;
CREATE TRIGGER log_row_unchanged BEFORE UPDATE ON log_row
BEGIN
    SELECT RAISE(ABORT, 'log rows are never changed');
END;
CREATE TRIGGER log_row_kept BEFORE DELETE ON log_row
BEGIN
    SELECT RAISE(ABORT, 'log rows are never deleted');
END;

CREATE TABLE checkpoint (
    row_count INTEGER PRIMARY KEY CHECK (row_count >= 1),
    at_ms INTEGER NOT NULL,
    signed_bytes BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TRIGGER checkpoint_unchanged BEFORE UPDATE ON checkpoint
BEGIN
    SELECT RAISE(ABORT, 'checkpoints are never changed');
END;
CREATE TRIGGER checkpoint_kept BEFORE DELETE ON checkpoint
BEGIN
    SELECT RAISE(ABORT, 'checkpoints are never deleted');
END;

-- state: 0 taken, 1 printed, 2 failed, 3 spoiled
CREATE TABLE issued_number (
    series TEXT NOT NULL,
    serial INTEGER NOT NULL CHECK (serial >= 1),
    number TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
    log_row INTEGER NOT NULL REFERENCES log_row (number) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (series, serial)
) STRICT;
CREATE TRIGGER issued_number_in_order BEFORE INSERT ON issued_number
WHEN NEW.serial <> (SELECT coalesce(max(serial), 0) + 1 FROM issued_number WHERE series = NEW.series)
BEGIN
    SELECT RAISE(ABORT, 'issued numbers follow each other without gaps');
END;
CREATE TRIGGER issued_number_unchanged BEFORE UPDATE ON issued_number
WHEN NEW.series <> OLD.series OR NEW.serial <> OLD.serial OR NEW.number <> OLD.number
    OR NEW.log_row <> OLD.log_row OR NEW.state = 0
BEGIN
    SELECT RAISE(ABORT, 'only the outcome of an issued number changes');
END;
CREATE TRIGGER issued_number_kept BEFORE DELETE ON issued_number
BEGIN
    SELECT RAISE(ABORT, 'issued numbers are never deleted');
END;

-- names: station (content = its id), door (amount = rows of door.log, content = their head),
-- trusted_time (amount = ms UTC)
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    amount INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
