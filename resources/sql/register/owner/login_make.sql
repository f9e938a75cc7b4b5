-- Making accounts: the login role of a user, or the one that is there.
SELECT office.make_login($1)
