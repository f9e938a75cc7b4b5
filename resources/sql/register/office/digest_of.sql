-- SHA-256 over the digests of all rows of these tables in key order: central/replicadigest.h.
CREATE OR REPLACE FUNCTION office.digest_of(city text, tables integer[]) RETURNS bytea
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN (SELECT sha256(coalesce(string_agg(digest, '' ORDER BY table_number, id, version), ''))
              FROM (SELECT r.table_number, r.id, r.version,
                           sha256(office.row_bytes(r.table_number, r.id, r.version, r.row_version,
                                                   r.body)) AS digest
                      FROM office.replica r
                     WHERE r.code = city AND r.table_number = ANY (tables)
                     ORDER BY r.table_number, r.id, r.version) AS every);
END
$$;
