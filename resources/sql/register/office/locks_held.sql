-- The edit locks of a city that count: not over, of a session that is still open.
CREATE OR REPLACE FUNCTION office.locks_held(city text) RETURNS SETOF office.edit_lock
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT l.* FROM office.edit_lock l
                   JOIN office.session s ON s.pid = l.pid AND s.backend_start = l.backend_start
                    AND s.user_id = l.user_id AND s.station_id = l.station_id
                  WHERE l.code = city AND l.until > office.moment() AND s.opened_at IS NOT NULL
                    AND EXISTS (SELECT FROM pg_stat_get_activity(l.pid) AS a
                                 WHERE a.backend_start = l.backend_start);
END
$$;
