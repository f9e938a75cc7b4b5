-- Procedure: entries (the register itself). A contact as it stands.
SELECT body FROM contact WHERE person_id = :id ORDER BY version DESC LIMIT 1;
