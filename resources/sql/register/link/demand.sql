-- PostgresLink: has the user of the session this right today?
SELECT status FROM api.demand($1)
