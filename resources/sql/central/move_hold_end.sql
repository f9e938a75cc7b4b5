-- Procedure: entries (the register itself). A 仮登録 of an 異動 was decided.
DELETE FROM move_hold WHERE entry_id = :entry_id;
