-- Migration: the 照合 that a restore lost are offered again, as submissions are.
SET LOCAL ROLE madoguchi_owner;
-- NULL: a submission. Otherwise what was decided about the submission of that uuid: 0 registered, 1 sent
-- back (reason: why), 2 withdrawn.
ALTER TABLE office.recovery ADD COLUMN decision integer CHECK (decision BETWEEN 0 AND 2);
ALTER TABLE office.recovery ADD CONSTRAINT decided_at_a_time
    CHECK (decision IS NULL OR acknowledged_at IS NOT NULL);
-- When it was decided, to the microsecond, and in which transaction; NULL before this version.
ALTER TABLE office.entry ADD COLUMN decided_at timestamptz, ADD COLUMN decided_xid xid8;
CREATE INDEX submission_of_entry ON office.submission (code, entry) WHERE entry > 0;
-- They are made anew with other parameters.
DROP FUNCTION IF EXISTS office.settle(text, text, text, bigint, integer, text);
DROP FUNCTION IF EXISTS office.apply_offers(text);
RESET ROLE;
