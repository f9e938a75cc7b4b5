-- Watch: the first row of a city's log, behind $2 up to $3, that does not follow from the one before.
SELECT min(l.number)
  FROM (SELECT e AS entry, e.number, e.hash, lag(e.hash, 1, $4) OVER (ORDER BY e.number) AS before,
               lag(e.number, 1, $2) OVER (ORDER BY e.number) AS number_before
          FROM office.register_log e
         WHERE e.code = $1 AND e.number > $2 AND e.number <= $3) AS l
 WHERE l.number <> l.number_before + 1
    OR l.hash <> sha256(l.before || office.log_bytes(l.entry, l.number))
