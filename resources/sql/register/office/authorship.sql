-- Who wrote something down, as the register knows it: residents::Authorship as bytes.
CREATE OR REPLACE FUNCTION office.authorship(city text, who text, at timestamptz) RETURNS bytea
    LANGUAGE sql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT office.cbor_head(4, 4) || office.cbor_text(a.user_id) || office.cbor_text(a.name)
           || office.cbor_text(a.section)
           || office.cbor_integer(floor(extract(epoch FROM at) * 1000)::bigint)
      FROM office.user_account a WHERE a.code = city AND a.user_id = who
$$;
