-- Sync and station check: how many rows of person.
SELECT count(*) FROM person;
