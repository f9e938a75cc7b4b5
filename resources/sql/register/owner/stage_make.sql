-- Making a city: rows wait here until they are all there.
CREATE TEMPORARY TABLE stage (place bigint, table_number integer, id bigint, version integer,
                              state integer, body bytea) ON COMMIT DROP
