-- The first day that a date can be (calendar::PartialDate::earliest): an ordinary one, or one known in part.
CREATE OR REPLACE FUNCTION office.first_day(item bytea) RETURNS date LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT make_date(2000, 1, 1)
           + (coalesce(office.cbor_value(item),
                       CASE WHEN get_byte(item, 0) >> 5 = 4
                            THEN office.cbor_value((office.cbor_items(item))[2]) END)::bigint
              - 2451545)::integer
$$;
