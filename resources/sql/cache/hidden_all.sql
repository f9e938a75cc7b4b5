-- Procedure: sync. Persons and households whose address is hidden: by a restriction on the person,
-- on the household, or on somebody who lives in it.
SELECT restriction.person_id, restriction.household_id,
       CASE WHEN person.removed = 0 THEN person.household_id ELSE 0 END
FROM restriction LEFT JOIN person ON person.person_id = restriction.person_id
WHERE restriction.hides = 1;
