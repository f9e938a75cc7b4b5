-- Migrations: the number of the last one that was applied.
PRAGMA user_version;
