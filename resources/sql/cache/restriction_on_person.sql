-- Procedure: FindPeople, ViewResident, ViewHousehold, ViewEntries. Restrictions on one person.
SELECT body FROM restriction WHERE person_id = :person_id ORDER BY restriction_id;
