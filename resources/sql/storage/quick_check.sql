-- Integrity check: the row ok, or what is wrong with the structure.
PRAGMA quick_check;
