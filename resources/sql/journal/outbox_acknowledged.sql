-- Outbox, after a restore of the register: what it acknowledged behind a feed number, also what was sent back
-- or taken back there since (7, 8, 9 with a number): numbers that were given then stay given.
SELECT uuid, user_id, person_id, household_id, kind, proposal, before, state, reason, answer,
       made_at_ms, filed_at_ms, changed_at_ms, tries, feed_number, acknowledged_at_ms, entry, theirs
  FROM outbox WHERE feed_number > :feed_number AND state IN (3, 4, 7, 8, 9)
 ORDER BY feed_number, filing;
