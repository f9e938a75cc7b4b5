-- PostgresLink: sign-out.
SELECT status FROM api.close_session()
