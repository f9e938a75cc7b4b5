-- Journal: takes an issue number.
INSERT INTO issued_number (series, serial, number, log_row)
VALUES (:series, :serial, :number, :log_row);
