-- Log export: rows of the log from a number on.
SELECT number, body, hash FROM log_row WHERE number >= :from_number ORDER BY number LIMIT :row_limit;
