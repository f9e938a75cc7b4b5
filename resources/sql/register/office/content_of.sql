-- What a submission holds, as one digest: the same uuid stands for the same content.
CREATE OR REPLACE FUNCTION office.content_of(kind integer, base_version integer, fields jsonb,
                                             reason text) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT sha256(convert_to(jsonb_build_array(kind, base_version, fields, reason)::text, 'UTF8'))
$$;
