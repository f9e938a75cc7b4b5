-- Procedure: entries (the register itself). Whether there is such a household.
SELECT 1 FROM household WHERE household_id = :id;
