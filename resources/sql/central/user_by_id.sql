-- Every call of a session: the account as it is now.
SELECT user_id, name, section, role, fingerprint, password_changed_on, valid_from, valid_to,
       locked, failures
FROM user_account WHERE user_id = :user_id;
