-- PgConnection: gives a transaction up.
ROLLBACK
