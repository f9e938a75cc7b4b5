-- Procedure: sync. Persons whose address a restriction of their own hides, or that of a household.
SELECT restriction.person_id, restriction.household_id, coalesce(person.household_id, 0)
FROM restriction LEFT JOIN person ON person.person_id = restriction.person_id
WHERE restriction.hides = 1;
