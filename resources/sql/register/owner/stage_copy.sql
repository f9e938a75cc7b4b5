-- Making a city: rows as they come.
COPY pg_temp.stage (place, table_number, id, version, state, body) FROM STDIN (FORMAT binary)
