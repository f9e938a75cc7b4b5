-- Migration: the search index, made from the replica by the rules of one fold version.
CREATE TABLE search_person (
    person_id INTEGER PRIMARY KEY,
    hidden INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    sex INTEGER NOT NULL,
    born_from INTEGER NOT NULL,
    born_to INTEGER NOT NULL,
    sort_kana TEXT NOT NULL,
    names TEXT NOT NULL,
    address_key TEXT NOT NULL,
    head_key TEXT NOT NULL,
    telephone TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_token USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
