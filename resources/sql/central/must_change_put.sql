-- The owner sets a password that somebody else knows.
INSERT OR IGNORE INTO must_change (user_id) VALUES (:user_id);
