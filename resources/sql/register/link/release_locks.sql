-- PostgresLink: forms, gives the edit locks back.
SELECT status FROM api.release_locks()
