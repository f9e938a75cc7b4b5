-- journal.db, version 2: the outbox (journal/outbox.h), and places of the feed this station stood at.
-- state: 1 draft, 2 filed, 3 provisional, 4 registered, 5 conflict, 6 refused, 7 sent back,
-- 8 withdrawn, 9 discarded. filing: the order in which items were filed; 0 = a draft.
CREATE TABLE outbox (
    uuid TEXT PRIMARY KEY CHECK (uuid <> ''),
    user_id TEXT NOT NULL CHECK (user_id <> ''),
    person_id INTEGER NOT NULL,
    household_id INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind >= 1),
    proposal BLOB NOT NULL CHECK (length(proposal) > 0),
    before BLOB NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 9),
    reason TEXT NOT NULL,
    answer TEXT NOT NULL,
    made_at_ms INTEGER NOT NULL,
    filed_at_ms INTEGER NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    tries INTEGER NOT NULL CHECK (tries >= 0),
    feed_number INTEGER NOT NULL,
    acknowledged_at_ms INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    theirs BLOB NOT NULL,
    filing INTEGER NOT NULL,
    CHECK ((state = 1) = (filing = 0) OR state = 9),
    CHECK (state NOT IN (3, 4) OR feed_number > 0)
) STRICT;
CREATE INDEX outbox_state ON outbox (state);
CREATE INDEX outbox_feed_number ON outbox (feed_number) WHERE feed_number > 0;

CREATE TRIGGER outbox_begins BEFORE INSERT ON outbox
WHEN NEW.state NOT IN (1, 2) OR EXISTS (SELECT 1 FROM outbox WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'an item begins as a draft or filed');
END;
-- What may follow what; a settled item never changes, but may be lost by the register.
CREATE TRIGGER outbox_in_order BEFORE UPDATE ON outbox
WHEN NOT (
    (OLD.state = NEW.state AND OLD.state NOT IN (4, 8, 9))
    OR (OLD.state = 1 AND NEW.state IN (2, 9))
    OR (OLD.state = 2 AND NEW.state IN (3, 4, 5, 6))
    OR (OLD.state = 2 AND NEW.state = 8 AND OLD.tries = 0)
    OR (OLD.state = 6 AND NEW.state IN (1, 2, 8))
    OR (OLD.state = 5 AND NEW.state = 9)
    OR (OLD.state = 3 AND NEW.state IN (2, 4, 7, 8))
    OR (OLD.state = 7 AND NEW.state = 9)
    OR (OLD.state = 4 AND NEW.state IN (2, 3))
)
BEGIN
    SELECT RAISE(ABORT, 'an item does not change like this');
END;
CREATE TRIGGER outbox_content_kept BEFORE UPDATE ON outbox
WHEN NEW.uuid <> OLD.uuid OR NEW.user_id <> OLD.user_id OR NEW.made_at_ms <> OLD.made_at_ms
    OR (NEW.state <> 1 AND OLD.state <> 1
        AND (NEW.proposal <> OLD.proposal OR NEW.before <> OLD.before OR NEW.kind <> OLD.kind
             OR NEW.person_id <> OLD.person_id OR NEW.household_id <> OLD.household_id
             OR (NEW.filed_at_ms <> OLD.filed_at_ms AND OLD.state <> 6)
             OR NEW.filing <> OLD.filing))
BEGIN
    SELECT RAISE(ABORT, 'what was filed stays as it was filed');
END;
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
WHEN OLD.state NOT IN (4, 8, 9)
BEGIN
    SELECT RAISE(ABORT, 'only what is settled may be forgotten');
END;

-- Where the replica stood: after a restore of the register, the last one that both know.
CREATE TABLE feed_mark (
    number INTEGER PRIMARY KEY CHECK (number >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    at_ms INTEGER NOT NULL
) STRICT;
