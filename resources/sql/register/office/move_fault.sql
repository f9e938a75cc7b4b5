-- The first field of an 異動 that holds what it cannot, NULL when there is none; 'keys' when the fields are not
-- exactly those of this 異動事由: no other column can be written by it. As central/moveentryrules.cpp.
CREATE OR REPLACE FUNCTION office.move_fault(fields jsonb) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    address jsonb := fields -> 'address';
    traits record;
    somewhere boolean;
    people bigint[];
    wrong text;
BEGIN
    IF office.kinds_of(fields) IS DISTINCT FROM
           '{"person": "number", "kind": "string", "happenedOn": "string", "notifiedOn": "string",
             "notifierKind": "number", "notifierName": "string", "documents": "array",
             "questioned": "boolean", "mandate": "boolean", "paper": "string", "from": "number",
             "fromVersion": "number", "to": "number", "toVersion": "number", "address": "object",
             "movers": "array", "others": "array", "acknowledged": "array",
             "newcomers": "array", "formerAddress": "object", "certificate": "boolean"}'
        OR office.kinds_of(address) IS DISTINCT FROM
           '{"code": "string", "postalCode": "string", "municipality": "string", "town": "string",
             "lot": "string", "building": "string"}'
        OR office.kinds_of(fields -> 'formerAddress') IS DISTINCT FROM office.kinds_of(address)
        OR NOT office.are_changes(fields -> 'movers') OR NOT office.are_changes(fields -> 'others')
        OR EXISTS (SELECT FROM jsonb_array_elements((fields -> 'documents') || (fields -> 'acknowledged')) e
                    WHERE jsonb_typeof(e) <> 'string')
    THEN
        RETURN 'keys';
    END IF;
    SELECT key INTO wrong FROM jsonb_each_text(fields)
     WHERE jsonb_typeof(fields -> key) = 'number'
       AND value !~ CASE WHEN key IN ('person', 'from', 'to') THEN '^[1-9][0-9]{0,17}$'
                         WHEN key = 'notifierKind' THEN '^[1-5]$'
                         ELSE '^(0|[1-9][0-9]{0,8})$' END
     ORDER BY key LIMIT 1;
    people := ARRAY(SELECT (e ->> 0)::bigint
                      FROM jsonb_array_elements((fields -> 'movers') || (fields -> 'others')) e);
    SELECT * INTO traits FROM office.move_traits(fields ->> 'kind');
    -- Elsewhere the 市区町村 is enough, if a place is named.
    somewhere := traits.place IN ('here', 'elsewhere') OR EXISTS (SELECT FROM jsonb_each_text(address) a
                                                                  WHERE a.value <> '');
    RETURN CASE
        WHEN wrong IS NOT NULL THEN wrong
        WHEN traits.reason IS NULL THEN 'kind'
        WHEN office.day_of(fields ->> 'happenedOn') IS NULL THEN 'happenedOn'
        WHEN office.day_of(fields ->> 'notifiedOn') IS NULL THEN 'notifiedOn'
        WHEN (fields ->> 'notifierKind' = '5') <> traits.of_the_office THEN 'notifierKind'
        WHEN NOT office.fits(fields ->> 'notifierName', 100, false) THEN 'notifierName'
        WHEN NOT traits.of_the_office
             AND fields -> 'documents' = '[]' AND NOT (fields ->> 'questioned')::boolean
             OR NOT office.all_fit(fields -> 'documents', 10, 40) THEN 'documents'
        WHEN NOT office.fits(fields ->> 'paper', 40, false) THEN 'paper'
        WHEN fields ->> 'fromVersion' = '0' AND NOT traits.of_newcomers THEN 'fromVersion'
        WHEN (traits.place <> 'here' OR traits.of_newcomers) AND fields -> 'to' <> fields -> 'from' THEN 'to'
        WHEN fields -> 'to' = fields -> 'from' AND fields -> 'toVersion' <> fields -> 'fromVersion'
            THEN 'toVersion'
        WHEN somewhere AND address ->> 'code'
             !~ CASE traits.place WHEN 'here' THEN '^[0-9]{11}$' ELSE '^$' END THEN 'code'
        WHEN address ->> 'postalCode' !~ '^([0-9]{7})?$' THEN 'postalCode'
        WHEN somewhere AND (traits.place = 'none' OR traits.place <> 'here'
                            AND office.is_blank(address ->> 'municipality'))
             OR NOT office.fits(address ->> 'municipality', 60, false) THEN 'municipality'
        WHEN traits.place = 'here' AND office.is_blank(address ->> 'town')
             OR NOT office.fits(address ->> 'town', 60, false)
            THEN 'town'
        WHEN traits.place = 'here' AND office.is_blank(address ->> 'lot')
             OR NOT office.fits(address ->> 'lot', 60, false)
            THEN 'lot'
        WHEN NOT office.fits(address ->> 'building', 100, false) THEN 'building'
        WHEN jsonb_array_length(fields -> 'movers') NOT BETWEEN 1 AND 50
             OR NOT (fields ->> 'person')::bigint = ANY
                    (people[:jsonb_array_length(fields -> 'movers')])
             OR NOT traits.of_newcomers AND fields -> 'movers' @? '$[*][1] ? (@ == 0)' THEN 'movers'
        WHEN jsonb_array_length(fields -> 'others') > CASE WHEN traits.another_life THEN 50 ELSE 0 END
             OR fields -> 'others' @? '$[*][1] ? (@ == 0)'
             OR cardinality(people) <> (SELECT count(DISTINCT p) FROM unnest(people) AS p) THEN 'others'
        ELSE coalesce(office.arrival_fault(fields, traits.of_newcomers),
                      CASE WHEN NOT office.all_fit(fields -> 'acknowledged', 40, 40) THEN 'acknowledged' END)
    END;
END
$$;
