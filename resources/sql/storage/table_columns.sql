-- Qt driver: the columns of a table.
SELECT * FROM %1 LIMIT 0;
