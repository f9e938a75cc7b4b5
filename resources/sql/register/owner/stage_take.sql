-- Making a city: what waits becomes rows from the beginning; of one key the last.
INSERT INTO office.replica (code, table_number, id, version, row_version, state, body)
SELECT $1, table_number, id, version, 0, state, body
  FROM (SELECT DISTINCT ON (table_number, id, version) * FROM pg_temp.stage
         ORDER BY table_number, id, version, place DESC) AS latest
ON CONFLICT (code, table_number, id, version) DO UPDATE
   SET body = excluded.body, state = excluded.state, row_version = 0
