-- Watch: the cities, where each log stands, and the day.
SELECT c.code, c.register_id, coalesce(l.number, 0),
       coalesce(l.hash, sha256(convert_to('madoguchi register log ' || c.register_id, 'UTF8'))),
       office.moment(), office.today()
  FROM office.city c
  LEFT JOIN LATERAL (SELECT e.number, e.hash FROM office.register_log e
                      WHERE e.code = c.code AND e.number > 0
                      ORDER BY e.number DESC LIMIT 1) AS l ON true
 ORDER BY c.code
