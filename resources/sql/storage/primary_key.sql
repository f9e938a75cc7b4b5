-- Qt driver: the columns of the primary key of table :table_name.
SELECT name, type FROM pragma_table_info(:table_name) WHERE pk > 0 ORDER BY pk;
