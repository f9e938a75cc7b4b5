-- Procedure: ViewHistory. A person's former states, newest first.
SELECT version, body FROM former_snapshot WHERE person_id = :person_id ORDER BY version DESC;
