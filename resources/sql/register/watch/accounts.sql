-- Watch: accounts, whether the login is shut, and what is counted against each.
SELECT a.code, a.user_id, coalesce(l.rolvaliduntil = '-infinity', false), coalesce(r.count, 0),
       c.failures_before_lock, CASE WHEN r.others_on = office.today() THEN r.others ELSE 0 END
  FROM office.user_account a
  JOIN office.city c ON c.code = a.code
  LEFT JOIN pg_catalog.pg_roles l ON l.rolname = a.user_id
  LEFT JOIN office.refused_count r ON r.code = a.code AND r.user_id = a.user_id
