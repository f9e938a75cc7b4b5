-- Watch: how many refused connections count against an account now.
INSERT INTO office.refused_count (code, user_id, count, others, others_on)
VALUES ($1, $2, $3, $4, office.today())
ON CONFLICT (code, user_id) DO UPDATE
   SET count = excluded.count, others = excluded.others, others_on = excluded.others_on
