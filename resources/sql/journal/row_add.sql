-- Journal: adds a row to the log.
INSERT INTO log_row (number, body, hash) VALUES (:number, :body, :hash);
