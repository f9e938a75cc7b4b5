-- Procedure: sync. A person's search tokens.
INSERT INTO search_token (rowid, tokens) VALUES (:person_id, :tokens);
