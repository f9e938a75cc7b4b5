-- Something to tell another organisation, with the next number of its kind. Under the city's lock of writing, in
-- the commit of the 本登録 that it tells of.
CREATE OR REPLACE FUNCTION office.keep_notice(city text, kind integer, entry bigint, person bigint,
                                              version integer) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    INSERT INTO office.outbound (code, kind, number, entry, person, version, lineage)
    SELECT city, keep_notice.kind, coalesce(max(o.number), 0) + 1, keep_notice.entry, keep_notice.person,
           keep_notice.version, office.lineage()
      FROM office.outbound o WHERE o.code = city AND o.kind = keep_notice.kind;
END
$$;
