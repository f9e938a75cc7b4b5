-- Making a city: the key, to mask the numbers with.
SELECT office.server_key($1)
