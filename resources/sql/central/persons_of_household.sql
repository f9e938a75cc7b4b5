-- Procedure: entries (the register itself). Who is or was of a household, as they stand.
SELECT body FROM person WHERE household_id = :household_id ORDER BY person_id;
