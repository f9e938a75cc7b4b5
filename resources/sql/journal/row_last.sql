-- Journal, opening: the last two rows of the log.
SELECT number, body, hash FROM log_row ORDER BY number DESC LIMIT 2;
