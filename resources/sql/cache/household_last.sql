-- Sync: the last key of household, to go on after a break.
SELECT household_id, 0 FROM household ORDER BY household_id DESC LIMIT 1;
