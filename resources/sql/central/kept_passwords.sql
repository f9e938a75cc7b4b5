-- ChangePassword: the passwords that are not taken again, newest first.
SELECT iterations, salt, stored FROM kept_password
 WHERE user_id = :user_id ORDER BY number DESC LIMIT 50;
