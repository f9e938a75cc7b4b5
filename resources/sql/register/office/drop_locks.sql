-- The edit locks of a clerk at a station are given back.
CREATE OR REPLACE FUNCTION office.drop_locks(city text, who text, station text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    DELETE FROM office.edit_lock l
     WHERE l.code = city AND l.user_id = who AND l.station_id = station;
END
$$;
