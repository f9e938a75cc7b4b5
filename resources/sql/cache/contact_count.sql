-- Sync and station check: how many rows of contact.
SELECT count(*) FROM contact;
