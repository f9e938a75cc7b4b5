-- PgConnection: the server ends statements of this session after so many milliseconds.
SELECT pg_catalog.set_config('statement_timeout', $1, false)
