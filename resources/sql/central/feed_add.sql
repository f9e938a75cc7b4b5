-- Procedure: training changes (the register itself). One change with the running hash.
INSERT INTO feed (number, table_number, row_id, row_part, body, hash)
VALUES (:number, :table_number, :row_id, :row_part, :body, :hash);
