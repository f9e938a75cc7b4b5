-- Sync: from how many parts of one size on the index joins them while it is written; 0 = never then.
INSERT INTO search_token (search_token, rank) VALUES ('automerge', :parts);
