-- ChangePassword: the day of the change.
UPDATE user_account SET password_changed_on = :password_changed_on WHERE user_id = :user_id;
