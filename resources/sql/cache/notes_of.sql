-- Procedure: ViewEntries, EnterNote, OpenOutboxItem. A person's notes, newest first.
SELECT body FROM note WHERE person_id = :person_id ORDER BY note_id DESC, version DESC;
