-- Procedure: sync. Who must be indexed anew when a household is concerned.
SELECT person_id FROM person WHERE household_id = :household_id;
