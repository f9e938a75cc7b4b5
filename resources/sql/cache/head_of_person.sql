-- Procedure: FindPeople. The names of the head of a person's household, to search a head by kana.
SELECT search_person.names
FROM person JOIN household ON household.household_id = person.household_id
JOIN search_person ON search_person.person_id = household.head_id
WHERE person.person_id = :person_id;
