-- CBOR: a day as the value of a map: its Julian day number; none is left out.
CREATE OR REPLACE FUNCTION office.cbor_day(day date) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT office.cbor_integer(day - make_date(2000, 1, 1) + 2451545)
$$;
