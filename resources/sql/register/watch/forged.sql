-- Watch: heads that bear no signature of their station.
SELECT v.code, v.station_id, v.row_count FROM office.head_verdict v WHERE NOT v.good ORDER BY 1, 2, 3
