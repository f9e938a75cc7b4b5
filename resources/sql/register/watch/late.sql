-- Watch: stations that were used more than $1 hours ago and have deposited no good head since.
SELECT s.code, s.station_id, used.at
  FROM office.station s
  LEFT JOIN LATERAL (SELECT h.at FROM office.station_head h
                      WHERE h.code = s.code AND h.station_id = s.station_id
                        AND NOT EXISTS (SELECT FROM office.head_verdict v
                                         WHERE v.code = h.code AND v.station_id = h.station_id
                                           AND v.row_count = h.row_count AND NOT v.good)
                      ORDER BY h.row_count DESC LIMIT 1) AS last ON true
  JOIN LATERAL (SELECT min(l.at) AS at FROM office.register_log l
                 WHERE l.code = s.code AND l.station_id = s.station_id
                   AND l.call = 'open_session' AND l.outcome = 'ok'
                   AND l.at > coalesce(last.at, '-infinity')) AS used ON true
 WHERE used.at < office.moment() - make_interval(hours => $1)
 ORDER BY 1, 2
