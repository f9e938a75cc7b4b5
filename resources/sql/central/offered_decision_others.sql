-- Procedure: entries after a restore (the register itself). Whether the same entry is told to have been decided
-- otherwise. What was left before (3) says nothing against another one.
SELECT 1 FROM offered_decision
WHERE uuid = :uuid AND (user_id <> :user_id OR at <> :at) AND outcome <> 3 LIMIT 1;
