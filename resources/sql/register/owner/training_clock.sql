-- A case book: the clock of a training register stands at the moment that training_moment said.
DO $$
BEGIN
    IF EXISTS (SELECT FROM office.city WHERE NOT training) THEN
        RAISE EXCEPTION 'only a training register has a clock that stands';
    END IF;
    EXECUTE pg_catalog.format(
        'CREATE OR REPLACE FUNCTION office.moment() RETURNS timestamptz LANGUAGE sql VOLATILE'
        ' SET search_path = pg_catalog, office, pg_temp AS $f$ SELECT timestamptz %L $f$',
        pg_catalog.current_setting('madoguchi.training_moment'));
END
$$
