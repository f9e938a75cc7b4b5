-- Procedure: entries (the register itself). The 仮登録 that holds a household (1) or person (2).
SELECT entry_id FROM move_hold WHERE kind = :kind AND id = :id;
