-- Procedure: entries after a restore (the register itself). When its author says that a submission was
-- acknowledged.
SELECT at FROM offer
WHERE uuid = :uuid AND user_id = :user_id AND proposal = :proposal AND own = 1 AND at > 0;
