-- Every call of a session: must this user change his password first?
SELECT count(*) FROM must_change WHERE user_id = :user_id;
