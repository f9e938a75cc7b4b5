-- Watch: a successful connection; nothing counts against the account any more.
DELETE FROM office.refused_count WHERE code = $1 AND user_id = $2
