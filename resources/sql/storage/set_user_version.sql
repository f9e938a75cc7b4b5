-- Migrations: %1 has been applied; part of its transaction.
PRAGMA user_version = %1;
