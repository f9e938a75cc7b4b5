-- Procedure: training changes (the register itself). A row as it is now; gets its number at commit.
INSERT INTO office.replica (code, table_number, id, version, row_version, state, body)
VALUES ($1, $2, $3, $4, NULL, $5, $6)
ON CONFLICT (code, table_number, id, version) DO UPDATE
   SET body = excluded.body, state = excluded.state, row_version = NULL
