-- A row as it is hashed: central/replicarow.cpp, appendRow().
CREATE OR REPLACE FUNCTION office.row_bytes(table_number integer, id bigint, version integer,
                                            row_version bigint, body bytea)
    RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(int4send(table_number) FROM 4) || int8send(id) || int4send(version)
           || int8send(row_version) || int4send(octet_length(body)) || body
$$;
