-- Opening a file, after the key: reads page 1, which fails with the wrong key.
SELECT count(*) FROM sqlite_schema;
