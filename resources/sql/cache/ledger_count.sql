-- Sync and station check: how many rows of ledger.
SELECT count(*) FROM ledger;
