-- register check: keys that cannot be read or lie where copies of the database take them along.
SELECT c.code || ': the server cannot read its key, or finds another one: ' || c.key_file
  FROM office.city c WHERE office.server_key(c.code) IS NULL
UNION ALL
SELECT c.code || ': the key lies in the folder of the data: ' || c.key_file
  FROM office.city c
 WHERE c.key_file !~ '^/' OR c.key_file ~ '/[.][.](/|$)'
    OR pg_catalog.starts_with(c.key_file, pg_catalog.current_setting('data_directory') || '/')
