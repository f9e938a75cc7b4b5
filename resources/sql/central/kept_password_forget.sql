-- ChangePassword: no more are kept than the policy says.
DELETE FROM kept_password
 WHERE user_id = :user_id
   AND number <= (SELECT max(number) FROM kept_password WHERE user_id = :user_id) - :kept;
