-- Trigger at commit: the feed number of what was submitted. Its rows were numbered just before.
CREATE OR REPLACE FUNCTION office.number_submission() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    UPDATE office.submission s SET feed_number = (SELECT number FROM office.feed_end(NEW.code))
     WHERE s.code = NEW.code AND s.uuid = NEW.uuid;
    RETURN NULL;
END
$$;
