-- PgConnection: ends a transaction; the server answers ROLLBACK when something in it failed.
COMMIT
