-- Sync and station check: how many rows of household.
SELECT count(*) FROM household;
