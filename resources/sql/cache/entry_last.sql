-- Sync: the last key of entry, to go on after a break.
SELECT entry_id, 0 FROM entry ORDER BY entry_id DESC LIMIT 1;
