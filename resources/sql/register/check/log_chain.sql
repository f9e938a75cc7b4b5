-- register check: rows of the register's log that do not follow from the one before.
SELECT l.code || ': row ' || l.number
  FROM (SELECT e AS entry, e.code, e.number, e.hash,
               lag(e.hash) OVER (PARTITION BY e.code ORDER BY e.number) AS before,
               lag(e.number, 1, 0::bigint) OVER (PARTITION BY e.code ORDER BY e.number) AS number_before
          FROM office.register_log e) AS l
  JOIN office.city c ON c.code = l.code
 WHERE l.number <> l.number_before + 1
    OR l.hash <> sha256(coalesce(l.before, sha256(convert_to('madoguchi register log '
                                                             || c.register_id, 'UTF8')))
                        || office.log_bytes(l.entry, l.number))
 ORDER BY 1 LIMIT 10
