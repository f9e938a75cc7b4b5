-- Sync and station check: how many rows of assessment.
SELECT count(*) FROM assessment;
