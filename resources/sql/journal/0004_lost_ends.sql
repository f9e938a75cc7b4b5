-- journal.db, version 4: what had ended at the register and was lost there is marked in its reason
-- (journal/outbox.h, noteLost); nothing else of a settled item changes.
DROP TRIGGER outbox_in_order;
CREATE TRIGGER outbox_in_order
BEFORE UPDATE OF state, answer, changed_at_ms, tries, feed_number, acknowledged_at_ms, entry, theirs ON outbox
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
CREATE TRIGGER outbox_lost BEFORE UPDATE OF reason ON outbox
WHEN OLD.state = NEW.state AND OLD.state IN (4, 8, 9) AND OLD.reason <> NEW.reason
    AND NOT (OLD.state IN (8, 9) AND OLD.feed_number > 0 AND NEW.reason = 'RegisterUnknown')
BEGIN
    SELECT RAISE(ABORT, 'what is settled keeps its reason, unless the register lost it');
END;
