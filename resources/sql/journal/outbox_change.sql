-- Outbox: an item as it is now. What becomes a draft leaves its place, what is filed gets one.
UPDATE outbox
   SET user_id = :user_id, person_id = :person_id, household_id = :household_id, kind = :kind,
       proposal = :proposal, before = :before, state = :state, reason = :reason, answer = :answer,
       made_at_ms = :made_at_ms, filed_at_ms = :filed_at_ms, changed_at_ms = :changed_at_ms,
       tries = :tries, feed_number = :feed_number,
       acknowledged_at_ms = :acknowledged_at_ms, entry = :entry, theirs = :theirs,
       filing = CASE WHEN :state = 1 THEN 0
                     WHEN filing > 0 OR :state = 9 THEN filing
                     ELSE (SELECT coalesce(max(filing), 0) + 1 FROM outbox) END
 WHERE uuid = :uuid;
