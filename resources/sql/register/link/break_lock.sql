-- PostgresLink: a supervisor breaks an edit lock.
SELECT status FROM api.break_lock($1, $2, $3)
