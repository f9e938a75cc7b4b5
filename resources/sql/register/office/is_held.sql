-- Whether another 異動 waits on one of them.
CREATE OR REPLACE FUNCTION office.is_held(city text, fields jsonb) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM office.move_hold h JOIN office.held_by(fields) f USING (kind, id)
                    WHERE h.code = city);
END
$$;
