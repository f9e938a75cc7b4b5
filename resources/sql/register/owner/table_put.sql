-- register table: a new version of a table. The same content again changes nothing.
INSERT INTO office.held_table (code, name, number, content, at)
SELECT $1, $2, coalesce(newest.number, 0) + 1, $3, office.moment()
  FROM (SELECT $1) AS one
  LEFT JOIN LATERAL (SELECT t.number, t.content FROM office.held_table t
                      WHERE t.code = $1 AND t.name = $2 ORDER BY t.number DESC LIMIT 1) AS newest
    ON true
 WHERE newest.content IS DISTINCT FROM $3
