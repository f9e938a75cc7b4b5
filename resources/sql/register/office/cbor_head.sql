-- CBOR (RFC 8949, 4.2.1): the head of an item in its shortest form. As residents/cborwriter.cpp.
CREATE OR REPLACE FUNCTION office.cbor_head(major integer, value bigint) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(int4send(major << 5 | CASE WHEN value < 24 THEN value::integer
                                                WHEN value < 256 THEN 24
                                                WHEN value < 65536 THEN 25
                                                WHEN value < 4294967296 THEN 26
                                                ELSE 27 END) FROM 4)
           || CASE WHEN value < 24 THEN ''::bytea
                   WHEN value < 256 THEN substring(int8send(value) FROM 8)
                   WHEN value < 65536 THEN substring(int8send(value) FROM 7)
                   WHEN value < 4294967296 THEN substring(int8send(value) FROM 5)
                   ELSE int8send(value) END
$$;
