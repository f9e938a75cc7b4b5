-- Sync: the index is made anew.
INSERT INTO search_token (search_token) VALUES ('delete-all');
