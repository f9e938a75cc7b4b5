-- Procedure: entries (the register itself). An entry as it stands.
SELECT body FROM entry WHERE entry_id = :id;
