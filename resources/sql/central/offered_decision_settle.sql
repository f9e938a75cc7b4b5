-- Procedure: entries after a restore (the register itself). What became of an offered decision.
UPDATE offered_decision SET outcome = :outcome WHERE uuid = :uuid AND user_id = :user_id AND at = :at;
