-- Upgrading a register that holds its secrets in clear: where the key is, for the migration.
SELECT pg_catalog.set_config('madoguchi.key_file', $1, false)
