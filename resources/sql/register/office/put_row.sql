-- A row as it is now; gets its number when the transaction commits. state: of a person his 履歴番号.
CREATE OR REPLACE FUNCTION office.put_row(city text, table_number integer, id bigint, version integer,
                                          body bytea, state integer DEFAULT 0) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
BEGIN
    INSERT INTO office.replica AS r (code, table_number, id, version, row_version, state, body)
    VALUES (city, put_row.table_number, put_row.id, put_row.version, NULL, put_row.state,
            put_row.body)
    ON CONFLICT (code, table_number, id, version) DO UPDATE
       SET body = excluded.body, state = excluded.state, row_version = NULL;
END
$$;
