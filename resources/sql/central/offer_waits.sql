-- Procedure: entries (the register itself). Whether a submission was offered again and waits.
SELECT 1 FROM offer WHERE uuid = :uuid AND outcome = 0;
