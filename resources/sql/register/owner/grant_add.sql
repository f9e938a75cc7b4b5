-- Making accounts: a right with its days.
INSERT INTO office.user_grant (code, user_id, right_bit, valid_from, valid_to)
VALUES ($1, $2, $3, coalesce($4, '-infinity'::date), coalesce($5, 'infinity'::date))
