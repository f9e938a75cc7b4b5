-- Outbox: a new item; what is filed stands behind everything filed before.
INSERT INTO outbox (uuid, user_id, person_id, household_id, kind, proposal, before, state, reason,
                    answer, made_at_ms, filed_at_ms, changed_at_ms, tries, feed_number,
                    acknowledged_at_ms, entry, theirs, filing)
VALUES (:uuid, :user_id, :person_id, :household_id, :kind, :proposal, :before, :state, :reason,
        :answer, :made_at_ms, :filed_at_ms, :changed_at_ms, :tries, :feed_number,
        :acknowledged_at_ms, :entry, :theirs,
        CASE WHEN :state = 1 THEN 0 ELSE (SELECT coalesce(max(filing), 0) + 1 FROM outbox) END);
