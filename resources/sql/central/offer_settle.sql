-- Procedure: entries after a restore (the register itself). What became of an offer.
UPDATE offer SET outcome = :outcome WHERE uuid = :uuid;
