-- Sync: the last key of restriction, to go on after a break.
SELECT restriction_id, 0 FROM restriction ORDER BY restriction_id DESC LIMIT 1;
