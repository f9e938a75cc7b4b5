-- journal.db, version 3: what clerks of this workstation decided about 仮登録 (journal/decisions.h), kept
-- until the register cannot lose it any more. outcome: 0 registered, 1 sent back, 2 withdrawn.
-- state: 1 acknowledged, 2 lost by the register, 3 offered again. entry: the number of the 仮登録.
CREATE TABLE decision (
    uuid TEXT PRIMARY KEY CHECK (uuid <> ''),
    user_id TEXT NOT NULL CHECK (user_id <> ''),
    entry INTEGER NOT NULL CHECK (entry >= 1),
    outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 2),
    reason TEXT NOT NULL,
    feed_number INTEGER NOT NULL CHECK (feed_number >= 1),
    at_ms INTEGER NOT NULL CHECK (at_ms >= 1),
    kept_at_ms INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3)
) STRICT;
CREATE INDEX decision_state ON decision (state);
-- Anew: decided again at a register that had lost it.
CREATE TRIGGER decision_content_kept BEFORE UPDATE ON decision
WHEN NEW.uuid <> OLD.uuid
    OR (NEW.state <> 1 AND (NEW.user_id <> OLD.user_id OR NEW.entry <> OLD.entry
                            OR NEW.outcome <> OLD.outcome OR NEW.reason <> OLD.reason
                            OR NEW.feed_number <> OLD.feed_number OR NEW.at_ms <> OLD.at_ms))
BEGIN
    SELECT RAISE(ABORT, 'what was decided stays as it was decided');
END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision
WHEN OLD.state = 2
BEGIN
    SELECT RAISE(ABORT, 'what is lost and not offered yet may not be forgotten');
END;
