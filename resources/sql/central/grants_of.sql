-- Every call of a session: the rights with their days.
SELECT right_bit, valid_from, valid_to FROM user_grant WHERE user_id = :user_id
ORDER BY right_bit, valid_from;
