-- Migration: passwords that are not taken again, and whose must be changed. At a register in files they open nothing.
CREATE TABLE kept_password (
    user_id TEXT NOT NULL REFERENCES user_account (user_id),
    number INTEGER NOT NULL,
    iterations INTEGER NOT NULL,
    salt BLOB NOT NULL,
    stored BLOB NOT NULL,
    PRIMARY KEY (user_id, number)
) WITHOUT ROWID;
CREATE TABLE must_change (
    user_id TEXT PRIMARY KEY REFERENCES user_account (user_id)
) WITHOUT ROWID;
