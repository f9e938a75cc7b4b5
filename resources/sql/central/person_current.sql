-- Procedure: training changes (the register itself). The state that a new one replaces.
SELECT version, body FROM person WHERE person_id = :person_id;
