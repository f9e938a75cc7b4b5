-- Watch: one at a time, until the end of the transaction.
SELECT pg_catalog.pg_advisory_xact_lock(4245, 0)
