-- PgConnection: every transaction of more than one statement.
BEGIN
