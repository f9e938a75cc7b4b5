-- Procedure: sync, ViewResident. Does a restriction hide the address of this person: on him, on his
-- household, or on somebody who lives in it (the address is the same)?
SELECT EXISTS (SELECT 1 FROM restriction WHERE person_id = :person_id AND hides = 1)
    OR EXISTS (SELECT 1 FROM restriction
               WHERE :household_id > 0 AND household_id = :household_id AND hides = 1)
    OR EXISTS (SELECT 1 FROM person JOIN restriction ON restriction.person_id = person.person_id
               WHERE :household_id > 0 AND person.household_id = :household_id
                 AND person.removed = 0 AND restriction.hides = 1);
