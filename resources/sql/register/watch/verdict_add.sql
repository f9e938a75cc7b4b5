-- Watch: whether a deposited head bears its station's signature.
INSERT INTO office.head_verdict (code, station_id, row_count, good, at)
VALUES ($1, $2, $3, $4, office.moment()) ON CONFLICT DO NOTHING
