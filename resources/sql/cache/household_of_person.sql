-- Procedure: sync. The household a person is in before his row changes.
SELECT household_id FROM person WHERE person_id = :person_id;
