-- ChangePassword: what is needed to know this password again.
INSERT INTO kept_password (user_id, number, iterations, salt, stored)
SELECT :user_id, 1 + coalesce(max(number), 0), :iterations, :salt, :stored
  FROM kept_password WHERE user_id = :user_id;
