-- Procedure: entries (the register itself). What other organisations have to be told, oldest first.
SELECT kind, number, entry_id, person_id, version, state FROM outbound ORDER BY kind, number;
