-- Procedure: entries (the register itself). A supervisor ends somebody's editing.
DELETE FROM edit_lock WHERE kind = :kind AND id = :id;
