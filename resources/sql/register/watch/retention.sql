-- Watch: what may be removed, after how many days.
SELECT what, days FROM office.retention ORDER BY what
