-- Somebody else with the three items of one of these newcomers came by a 転入 that is registered. Who enters them
-- may have an old copy that does not show him yet. Of an unknown birth or sex nothing can be said.
CREATE OR REPLACE FUNCTION office.has_arrived(city text, fields jsonb) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM jsonb_array_elements(fields -> 'newcomers') AS n,
                    office.newcomer_items(n) AS brought
          JOIN office.arrival a ON a.items = office.three_items(brought)
         WHERE a.code = city AND n #>> '{bornOn,1}' <> '' AND n ->> 'sex' <> '0'
           -- What is known of him may have been corrected since.
           AND office.three_items(office.cbor_items(office.row_at(city, 1, a.person, 0))) = a.items
           AND NOT EXISTS (SELECT FROM jsonb_array_elements(fields -> 'movers') AS m
                            WHERE (m ->> 0)::bigint = a.person));
END
$$;
