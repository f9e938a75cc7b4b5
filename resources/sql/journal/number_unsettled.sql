-- Sign-in: copies of which nobody said what became of them, oldest first.
SELECT number FROM issued_number WHERE state = 0 ORDER BY log_row, serial;
