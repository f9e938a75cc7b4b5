-- Procedure: ListEntries. Entries in one state, oldest first.
SELECT body FROM entry WHERE state = :state ORDER BY entry_id;
