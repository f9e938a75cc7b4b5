-- Sync and station check: how many rows of restriction.
SELECT count(*) FROM restriction;
