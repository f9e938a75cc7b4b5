-- Trigger of what never changes: identity, feed, former states, witnessed heads.
CREATE OR REPLACE FUNCTION office.keep_whole() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% does not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
