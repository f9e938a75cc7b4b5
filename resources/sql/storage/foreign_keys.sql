-- Opening a file: references are checked.
PRAGMA foreign_keys = ON;
