-- Sync and station check: how many rows of former_snapshot.
SELECT count(*) FROM former_snapshot;
