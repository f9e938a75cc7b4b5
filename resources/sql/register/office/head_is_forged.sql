-- Whether the watch has found that a head does not bear its station's signature.
CREATE OR REPLACE FUNCTION office.head_is_forged(head office.station_head) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT EXISTS (SELECT FROM office.head_verdict v
                    WHERE v.code = head.code AND v.station_id = head.station_id
                      AND v.row_count = head.row_count AND NOT v.good)
$$;
