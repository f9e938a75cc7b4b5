-- Making accounts: a right with its days.
INSERT INTO user_grant (user_id, right_bit, valid_from, valid_to)
VALUES (:user_id, :right_bit, :valid_from, :valid_to);
