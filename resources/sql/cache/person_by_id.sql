-- Procedure: ViewResident. A person as he is now.
SELECT body FROM person WHERE person_id = :person_id;
