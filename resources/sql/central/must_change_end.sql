-- The password is the user's own.
DELETE FROM must_change WHERE user_id = :user_id;
