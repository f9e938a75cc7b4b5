-- Sync: the last key of contact, to go on after a break.
SELECT person_id, version FROM contact ORDER BY person_id DESC, version DESC LIMIT 1;
