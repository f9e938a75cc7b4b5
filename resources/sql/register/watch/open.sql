-- Watch: logins whose accounts are unlocked are opened.
SELECT city, who FROM office.watch_open()
