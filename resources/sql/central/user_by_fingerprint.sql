-- Sign-in page: whose card this is.
SELECT user_id, name FROM user_account WHERE fingerprint = :fingerprint;
