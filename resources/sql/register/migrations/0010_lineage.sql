-- Migration: after a restore the numbers of a series that were handed out since the copy are not known; the series
-- knows by which line of the server's changes it was used last. And whoever tries another's name is counted for
-- himself.
SET LOCAL ROLE madoguchi_owner;
ALTER TABLE office.number_series ADD COLUMN lineage text;
-- others: wrong passwords for another's name, on which day; no success of one's own takes them back.
ALTER TABLE office.refused_count DROP CONSTRAINT refused_count_count_check;
ALTER TABLE office.refused_count ADD CHECK (count >= 0),
    ADD COLUMN others integer NOT NULL DEFAULT 0 CHECK (others >= 0), ADD COLUMN others_on date;
RESET ROLE;
