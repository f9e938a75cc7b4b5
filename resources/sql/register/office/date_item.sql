-- CBOR: a date known in whole or in part, [text, earliest, latest, precision] as it travels; NULL for none. As
-- residents/recordparts.cpp writes it.
CREATE OR REPLACE FUNCTION office.date_item(parts jsonb) RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT CASE
        WHEN parts = '["", "", "", 0]' THEN NULL
        WHEN parts ->> 0 = '' THEN office.cbor_day(office.day_of(parts ->> 1))
        ELSE office.cbor_list(office.cbor_text(parts ->> 0),
                              coalesce(office.cbor_day(office.day_of(parts ->> 1)), office.cbor_head(7, 22)),
                              coalesce(office.cbor_day(office.day_of(parts ->> 2)), office.cbor_head(7, 22)),
                              office.cbor_integer((parts ->> 3)::bigint)) END
$$;
