-- Procedure: sync. A person's search tokens before they are made anew.
DELETE FROM search_token WHERE rowid = :person_id;
