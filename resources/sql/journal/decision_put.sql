-- Decisions: one that the register acknowledged. Of an entry the newest counts.
INSERT INTO decision (uuid, user_id, entry, outcome, reason, feed_number, at_ms, kept_at_ms, state)
VALUES (:uuid, :user_id, :entry, :outcome, :reason, :feed_number, :at_ms, :kept_at_ms, 1)
ON CONFLICT (uuid) DO UPDATE
   SET user_id = excluded.user_id, entry = excluded.entry, outcome = excluded.outcome,
       reason = excluded.reason, feed_number = excluded.feed_number, at_ms = excluded.at_ms,
       kept_at_ms = excluded.kept_at_ms, state = excluded.state;
