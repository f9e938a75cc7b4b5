-- Procedure: ViewEntries. Entries in one state on a person and on his household, oldest first.
SELECT body FROM entry
WHERE state = :state AND (person_id = :person_id OR household_id = :household_id)
ORDER BY entry_id;
