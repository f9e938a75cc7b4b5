-- Qt driver: the columns of table %1.
SELECT * FROM %1 LIMIT 0;
