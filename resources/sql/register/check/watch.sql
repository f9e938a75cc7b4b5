-- register check: a city whose log has stood for ten minutes without a seal: register watch does not run.
SELECT l.code || ': row ' || min(l.number) || ' is not sealed since ' ||
       to_char(min(l.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
  FROM office.register_log l
 WHERE l.at < office.moment() - interval '10 minutes'
   AND l.number > coalesce((SELECT max(s.row_count) FROM office.seal s WHERE s.code = l.code), 0)
 GROUP BY l.code
 ORDER BY 1
