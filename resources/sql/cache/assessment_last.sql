-- Sync: the last key of assessment, to go on after a break.
SELECT person_id, version FROM assessment ORDER BY person_id DESC, version DESC LIMIT 1;
