-- PostgresLink: ChangePassword, the salts of the passwords that are kept; the last line has none.
SELECT status, iterations, salt FROM api.password_salts()
