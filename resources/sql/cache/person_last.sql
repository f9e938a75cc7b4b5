-- Sync: the last key of person, to go on after a break.
SELECT person_id, 0 FROM person ORDER BY person_id DESC LIMIT 1;
