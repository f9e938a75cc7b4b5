-- Sync: the last key of ledger, to go on after a break.
SELECT person_id, version FROM ledger ORDER BY person_id DESC, version DESC LIMIT 1;
