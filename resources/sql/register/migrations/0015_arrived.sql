-- Migration: who came by a 転入, by his three items: from an old copy nobody enters him once more (issue 5).
SET LOCAL ROLE madoguchi_owner;
CREATE TABLE office.arrival (
    code text NOT NULL REFERENCES office.city,
    items bigint NOT NULL,
    person bigint NOT NULL CHECK (person > 0),
    PRIMARY KEY (code, items, person)
);
RESET ROLE;
