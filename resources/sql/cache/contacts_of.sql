-- Procedure: ViewEntries, EnterContact, OpenOutboxItem. A person's contact, newest version first.
SELECT body FROM contact WHERE person_id = :person_id ORDER BY version DESC;
