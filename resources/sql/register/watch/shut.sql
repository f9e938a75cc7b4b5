-- Watch: an account is locked and its login shut.
SELECT office.watch_shut($1, $2)
