-- Procedure: entries (the register itself). Persons of a register made before they were found by household.
SELECT person_id, body FROM person WHERE household_id = -1 LIMIT 5000;
