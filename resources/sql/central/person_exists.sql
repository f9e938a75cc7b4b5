-- Procedure: entries (the register itself). Whether there is such a resident.
SELECT 1 FROM person WHERE person_id = :id;
