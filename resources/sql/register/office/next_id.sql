-- The next number of a city for a restriction, a note or a 仮登録. Under the city's lock of writing.
CREATE OR REPLACE FUNCTION office.next_id(city text, table_number integer) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT max(r.id) FROM office.replica r
                      WHERE r.code = city AND r.table_number = next_id.table_number), 0) + 1;
END
$$;
