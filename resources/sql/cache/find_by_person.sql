-- Procedure: FindPeople. One person by 宛名番号.
SELECT person_id, hidden, removed, sex, born_from, born_to, sort_kana, names, address_key,
       head_key, telephone
FROM search_person WHERE person_id = :person_id;
