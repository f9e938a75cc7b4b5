-- Procedure: entries (the register itself). A household as it stands.
SELECT body FROM household WHERE household_id = :id;
