-- Procedure: entries (the register itself). All 抑止: there are few.
SELECT body FROM restriction ORDER BY restriction_id;
