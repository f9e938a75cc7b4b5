-- Nothing but white space, as QString::trimmed() has it. No literal: the caller may set how those are read.
CREATE OR REPLACE FUNCTION office.is_blank(value text) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT btrim(value, string_agg(chr(point), '')) = ''
      FROM unnest(ARRAY[9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197,
                        8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288]) AS point
$$;
