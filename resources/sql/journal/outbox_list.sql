-- Outbox: items in some states (bit n = state n), in the order of filing, drafts last.
SELECT uuid, user_id, person_id, household_id, kind, proposal, before, state, reason, answer,
       made_at_ms, filed_at_ms, changed_at_ms, tries, feed_number, acknowledged_at_ms, entry, theirs
  FROM outbox WHERE (:states >> state) & 1 = 1
 ORDER BY filing = 0, filing, made_at_ms, uuid;
