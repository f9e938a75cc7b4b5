-- Sync: the index is made anew.
DELETE FROM search_person;
