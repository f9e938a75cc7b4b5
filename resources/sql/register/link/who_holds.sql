-- PostgresLink: whose card this is.
SELECT status, user_id, name FROM api.who_holds($1)
