-- Watch: how many seals the register knows, and the line of the last one.
SELECT coalesce(max(number), 0), (SELECT s.line FROM office.seal s ORDER BY s.number DESC LIMIT 1)
  FROM office.seal
