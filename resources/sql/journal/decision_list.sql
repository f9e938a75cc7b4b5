-- Decisions of a state, as the register acknowledged them.
SELECT uuid, user_id, entry, outcome, reason, feed_number, at_ms, kept_at_ms, state
  FROM decision WHERE state = :state ORDER BY feed_number, uuid;
