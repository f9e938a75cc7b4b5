-- Procedure: FindPeople, ViewResident, ViewHousehold, ViewEntries. Restrictions on a household.
SELECT body FROM restriction WHERE household_id = :household_id ORDER BY restriction_id;
