-- Migration: the newest 会計日 of any payment (issue 3). The register's way to say up to when 消込 has come.
CREATE TABLE booking (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    up_to TEXT NOT NULL
) WITHOUT ROWID;
