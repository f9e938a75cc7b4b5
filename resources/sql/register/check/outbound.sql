-- register check: notices that do not follow the one before, and 異動 that nobody is told of.
SELECT g.code || ': notice ' || g.number || ' of kind ' || g.kind || ' does not follow'
  FROM (SELECT o.*, lag(o.number, 1, 0::bigint) OVER (PARTITION BY o.code, o.kind ORDER BY o.number) AS before
          FROM office.outbound o) AS g
 WHERE g.number <> g.before + 1
UNION ALL
SELECT e.code || ': entry ' || e.number || ' is registered and not told of'
  FROM office.entry e, LATERAL office.move_traits(e.fields ->> 'kind') AS t
 WHERE e.kind = 4 AND e.state = 2 AND t.is_reported
   AND jsonb_array_length(e.fields -> 'movers')
       <> (SELECT count(*) FROM office.outbound o WHERE o.code = e.code AND o.kind = 1 AND o.entry = e.number)
 ORDER BY 1 LIMIT 10
