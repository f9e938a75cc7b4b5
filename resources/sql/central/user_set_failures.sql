-- Sign-in: failures counted, the account locked or unlocked.
UPDATE user_account SET failures = :failures, locked = :locked WHERE user_id = :user_id;
