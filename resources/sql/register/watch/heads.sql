-- Watch: deposited heads nobody has looked at, with the key of the station.
SELECT h.code, h.station_id, h.row_count, h.hash, h.signed_bytes, h.signature, s.log_key
  FROM office.station_head h
  JOIN office.station s ON s.code = h.code AND s.station_id = h.station_id
 WHERE NOT EXISTS (SELECT FROM office.head_verdict v
                    WHERE v.code = h.code AND v.station_id = h.station_id
                      AND v.row_count = h.row_count)
 ORDER BY 1, 2, 3 LIMIT 5000
