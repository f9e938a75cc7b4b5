-- 氏名 of a person's items: residents::fullName.
CREATE OR REPLACE FUNCTION office.full_name(items bytea[]) RETURNS text LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT CASE WHEN family <> '' AND given <> '' THEN family || chr(12288) || given
                WHEN family <> '' THEN family
                WHEN given <> '' THEN given ELSE latin END
      FROM (SELECT coalesce(office.cbor_value(parts[1]), '') AS family,
                   coalesce(office.cbor_value(parts[2]), '') AS given,
                   coalesce(office.cbor_value(parts[8]), '') AS latin
              FROM office.cbor_items(items[3]) AS parts) AS name
$$;
