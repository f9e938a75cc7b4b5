-- Procedure: entries (the register itself). Whether a 仮登録 waits on this person or household.
SELECT entry_id FROM entry_waiting WHERE person_id = :person_id AND household_id = :household_id;
