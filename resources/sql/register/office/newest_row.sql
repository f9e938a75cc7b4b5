-- The newest version of a contact or note of a city; version 0 when there is none.
CREATE OR REPLACE FUNCTION office.newest_row(city text, table_number integer, id bigint,
                                             OUT version integer, OUT body bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
BEGIN
    SELECT r.version, r.body INTO newest_row.version, newest_row.body FROM office.replica r
     WHERE r.code = city AND r.table_number = newest_row.table_number AND r.id = newest_row.id
     ORDER BY r.version DESC LIMIT 1;
    newest_row.version := coalesce(newest_row.version, 0);
END
$$;
