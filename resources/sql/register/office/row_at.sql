-- The bytes of a row; NULL when there is none.
CREATE OR REPLACE FUNCTION office.row_at(city text, table_number integer, id bigint,
                                         version integer) RETURNS bytea
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN (SELECT r.body FROM office.replica r
             WHERE r.code = city AND r.table_number = row_at.table_number AND r.id = row_at.id
               AND r.version = row_at.version);
END
$$;
