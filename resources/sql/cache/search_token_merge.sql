-- Sync: joins parts of the index, at most about so many pages in one go; nothing when they are few.
INSERT INTO search_token (search_token, rank) VALUES ('merge', :pages);
