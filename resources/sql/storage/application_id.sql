-- Migrations: which kind of file this is.
PRAGMA application_id;
