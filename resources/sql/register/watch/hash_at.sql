-- Watch: the hash of a row of a city's log; of no row for 0. NULL: there is no such row.
SELECT CASE WHEN $2 = 0 THEN sha256(convert_to('madoguchi register log ' || c.register_id, 'UTF8'))
            ELSE (SELECT l.hash FROM office.register_log l
                   WHERE l.code = c.code AND l.number = $2) END
  FROM office.city c WHERE c.code = $1
