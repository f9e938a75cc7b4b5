-- Sync and station check: how many rows of pension.
SELECT count(*) FROM pension;
