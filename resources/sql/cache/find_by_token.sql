-- Procedure: FindPeople. Candidates that have all the tokens.
SELECT search_person.person_id, hidden, removed, sex, born_from, born_to, sort_kana, names,
       address_key, head_key, telephone
FROM search_token JOIN search_person ON search_person.person_id = search_token.rowid
WHERE search_token MATCH :tokens LIMIT :row_limit;
