-- Procedure: OpenEntry, CheckEntry and sync. One entry.
SELECT body FROM entry WHERE entry_id = :entry_id;
