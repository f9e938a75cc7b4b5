-- Procedure: ViewEntries, OpenOutboxItem. Entries in one state on a person and on a household, oldest first.
SELECT body FROM entry
WHERE state = :state
  AND (person_id = :person_id OR household_id = :household_id
       OR entry_id IN (SELECT entry_id FROM entry_subject
                        WHERE kind = 2 AND id = :person_id OR kind = 1 AND id = :household_id))
ORDER BY entry_id;
