-- Procedure: entries (the register itself). The household a person is found by.
UPDATE person SET household_id = :household_id WHERE person_id = :person_id;
