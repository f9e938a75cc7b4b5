-- Sync and station check: how many rows of entry.
SELECT count(*) FROM entry;
