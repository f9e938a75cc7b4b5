-- Procedure: entries (the register itself). A note as it stands.
SELECT body FROM note WHERE note_id = :id ORDER BY version DESC LIMIT 1;
