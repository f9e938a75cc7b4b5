-- Procedure: ViewHousehold. A household.
SELECT body FROM household WHERE household_id = :household_id;
