-- Watch: a line of the seals file.
INSERT INTO office.seal (number, code, row_count, head, line) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
