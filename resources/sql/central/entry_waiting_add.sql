-- Procedure: entries (the register itself). A 仮登録 waits for its 照合.
INSERT INTO entry_waiting (entry_id, person_id, household_id)
VALUES (:entry_id, :person_id, :household_id);
