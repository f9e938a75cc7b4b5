-- Opening and status line: what the cache knows of itself.
SELECT name, value FROM meta;
