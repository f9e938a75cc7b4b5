-- Sync and station check: how many rows of note.
SELECT count(*) FROM note;
