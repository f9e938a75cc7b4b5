-- Procedure: sync. A person to be indexed.
SELECT body FROM person WHERE person_id = :person_id;
