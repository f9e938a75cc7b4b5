-- Procedure: entries (the register itself). The number of the next note.
SELECT coalesce(max(note_id), 0) + 1 FROM note;
