-- Migrations: marks a new file with its kind %1.
PRAGMA application_id = %1;
