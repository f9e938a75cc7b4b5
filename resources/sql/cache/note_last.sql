-- Sync: the last key of note, to go on after a break.
SELECT note_id, version FROM note ORDER BY note_id DESC, version DESC LIMIT 1;
