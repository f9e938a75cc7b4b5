-- Outbox: one item.
SELECT uuid, user_id, person_id, household_id, kind, proposal, before, state, reason, answer,
       made_at_ms, filed_at_ms, changed_at_ms, tries, feed_number, acknowledged_at_ms, entry, theirs
  FROM outbox WHERE uuid = :uuid;
