-- Procedure: entries (the register itself). A person as he stands.
SELECT body FROM person WHERE person_id = :id;
