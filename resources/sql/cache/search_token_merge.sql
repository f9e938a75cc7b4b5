-- Sync: the index in few pieces after a first load.
INSERT INTO search_token (search_token, rank) VALUES ('merge', 2000);
