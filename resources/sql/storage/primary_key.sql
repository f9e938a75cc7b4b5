-- Qt driver: the columns of the primary key of a table.
SELECT name, type FROM pragma_table_info(:table_name) WHERE pk > 0 ORDER BY pk;
