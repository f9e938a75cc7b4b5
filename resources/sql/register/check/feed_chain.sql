-- register check: changes that do not follow from the one before.
SELECT f.code || ': change ' || f.number
  FROM (SELECT e.*, lag(e.hash) OVER (PARTITION BY e.code ORDER BY e.number) AS before,
               lag(e.number) OVER (PARTITION BY e.code ORDER BY e.number) AS number_before
          FROM office.feed e) AS f,
       LATERAL (SELECT office.row_bytes(f.table_number, f.id, f.version, f.number, f.body)) AS r (bytes)
 WHERE f.number <> coalesce(f.number_before + 1, f.number)
    OR (f.number = 1 OR f.before IS NOT NULL)
       AND f.hash <> sha256(coalesce(f.before, office.first_hash(f.code))
                            || CASE WHEN f.table_number <= 4 THEN r.bytes
                                    ELSE decode('00', 'hex') || sha256(r.bytes) END)
 ORDER BY 1 LIMIT 10
