-- Sync: the last key of pension, to go on after a break.
SELECT person_id, 0 FROM pension ORDER BY person_id DESC LIMIT 1;
