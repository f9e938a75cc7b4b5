-- Procedure: entries (the register itself). A 仮登録 of an 異動 holds a household (1) or person (2).
INSERT INTO move_hold (kind, id, entry_id) VALUES (:kind, :id, :entry_id);
