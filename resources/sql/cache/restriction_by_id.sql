-- Procedure: sync. Whom a restriction concerned before it changes.
SELECT person_id, household_id FROM restriction WHERE restriction_id = :restriction_id;
