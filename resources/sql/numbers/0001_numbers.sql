-- Migration: the two numbers, apart from everything else and under a key of their own (R-AUZ-09).
CREATE TABLE number (
    person_id INTEGER PRIMARY KEY,
    resident_code BLOB NOT NULL,
    individual_number BLOB NOT NULL,
    residence_card BLOB NOT NULL
);
