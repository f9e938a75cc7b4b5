-- Sync: the last key of former_snapshot, to go on after a break.
SELECT person_id, version FROM former_snapshot ORDER BY person_id DESC, version DESC LIMIT 1;
