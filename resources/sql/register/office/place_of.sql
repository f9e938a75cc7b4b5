-- 大字・丁目, 番地・号 and 方書 of an address as bytes.
CREATE OR REPLACE FUNCTION office.place_of(address bytea) RETURNS text[] LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT ARRAY[coalesce(office.cbor_value(parts[4]), ''), coalesce(office.cbor_value(parts[5]), ''),
                 coalesce(office.cbor_value(parts[6]), '')]
      FROM office.cbor_items(address) AS parts
$$;
