-- Procedure: ViewHousehold, FindPeople, ViewResident, ViewEntries. Everybody whose present state names the
-- household.
SELECT body FROM person WHERE household_id = :household_id ORDER BY person_id LIMIT :row_limit;
