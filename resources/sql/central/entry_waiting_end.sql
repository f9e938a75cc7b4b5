-- Procedure: entries (the register itself). A 仮登録 was decided.
DELETE FROM entry_waiting WHERE entry_id = :entry_id;
