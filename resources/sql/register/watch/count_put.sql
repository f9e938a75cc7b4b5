-- Watch: how many refused connections count against an account now.
INSERT INTO office.refused_count (code, user_id, count) VALUES ($1, $2, $3)
ON CONFLICT (code, user_id) DO UPDATE SET count = excluded.count
