-- The same 異動 with the versions of persons and households that stand now; NULL when one of them is not there but
-- for who or what is new.
CREATE OR REPLACE FUNCTION office.move_standing(city text, fields jsonb) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    part text;
    changes jsonb;
    held integer;
BEGIN
    FOREACH part IN ARRAY ARRAY['movers', 'others'] LOOP
        SELECT jsonb_agg(jsonb_set(c, '{1}', coalesce(
                   office.cbor_value((office.cbor_items((office.cbor_items(
                       office.row_at(city, 1, (c ->> 0)::bigint, 0)))[1]))[2]),
                   CASE c ->> 1 WHEN '0' THEN '0' ELSE 'null' END)::jsonb)
                         ORDER BY place)
          INTO changes
          FROM jsonb_array_elements(fields -> part) WITH ORDINALITY AS each (c, place);
        IF changes @? '$[*][1] ? (@ == null)' THEN
            RETURN NULL;
        END IF;
        fields := jsonb_set(fields, ARRAY[part], coalesce(changes, '[]'));
    END LOOP;
    FOREACH part IN ARRAY ARRAY['from', 'to'] LOOP
        held := (office.cbor_integers(office.row_at(city, 3, (fields ->> part)::bigint, 0)))[2];
        IF held IS NULL THEN
            CONTINUE WHEN fields ->> (part || 'Version') = '0';
            RETURN NULL;
        END IF;
        fields := jsonb_set(fields, ARRAY[part || 'Version'], to_jsonb(held));
    END LOOP;
    RETURN fields;
END
$$;
