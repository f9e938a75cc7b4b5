-- Sync: where the making of the index stopped.
SELECT coalesce(max(person_id), 0) FROM search_person;
