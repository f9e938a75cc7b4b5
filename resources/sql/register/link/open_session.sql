-- PostgresLink: sign-in, station and proof; the session as JSON.
SELECT status, session FROM api.open_session($1, $2)
