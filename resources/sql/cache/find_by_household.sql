-- Procedure: FindPeople. A household by 世帯番号.
SELECT search_person.person_id, hidden, search_person.removed, sex, born_from, born_to, sort_kana, names,
       address_key, head_key, telephone
FROM person JOIN search_person ON search_person.person_id = person.person_id
WHERE person.household_id = :household_id LIMIT :row_limit;
