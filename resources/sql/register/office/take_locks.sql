-- Takes edit locks that nobody else holds, or renews them; `since` of one that is renewed stays.
CREATE OR REPLACE FUNCTION office.take_locks(city text, who text, station text, keys jsonb)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    here record;
    now timestamptz := office.moment();
BEGIN
    SELECT * INTO here FROM office.connection();
    INSERT INTO office.edit_lock AS l (code, kind, id, user_id, station_id, pid, backend_start,
                                       since, until)
    SELECT DISTINCT city, (k ->> 0)::integer, (k ->> 1)::bigint, who, station, here.pid,
           here.backend_start, now, now + interval '300 seconds'
      FROM jsonb_array_elements(keys) AS k ORDER BY 2, 3
    ON CONFLICT (code, kind, id) DO UPDATE
       SET since = CASE WHEN (l.user_id, l.station_id) = (excluded.user_id, excluded.station_id)
                             AND l.until > now THEN l.since ELSE excluded.since END,
           user_id = excluded.user_id, station_id = excluded.station_id, pid = excluded.pid,
           backend_start = excluded.backend_start, until = excluded.until;
END
$$;
