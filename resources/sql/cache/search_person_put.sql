-- Procedure: sync. A person's search keys.
INSERT OR REPLACE INTO search_person (person_id, hidden, removed, sex, born_from, born_to,
    sort_kana, names, address_key, head_key, telephone)
VALUES (:person_id, :hidden, :removed, :sex, :born_from, :born_to,
    :sort_kana, :names, :address_key, :head_key, :telephone);
