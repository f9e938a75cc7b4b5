-- Decisions: the register lost what came behind this feed number. Where it stands with those that were offered
-- before, nobody knows: the same again does no harm.
UPDATE decision SET state = 2 WHERE (state = 1 AND feed_number > :feed_number) OR state = 3;
