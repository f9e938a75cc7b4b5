-- Procedure: entries (the register itself). The number of the next entry.
SELECT coalesce(max(entry_id), 0) + 1 FROM entry;
