-- Whether a newcomer holds what he may, and nothing else: central/arrivalrules.cpp.
CREATE OR REPLACE FUNCTION office.newcomer_fits(newcomer jsonb) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    stay jsonb := newcomer -> 'foreign';
    reading text;
BEGIN
    IF office.kinds_of(newcomer) IS DISTINCT FROM
           '{"person": "number", "kind": "number", "family": "string", "given": "string",
             "familyKana": "string", "familyReading": "number", "givenKana": "string",
             "givenReading": "number", "searchKana": "string", "latin": "string", "alias": "string",
             "aliasKana": "string", "formerFamily": "string", "formerKana": "string",
             "formerReading": "number", "bornOn": "array", "sex": "number", "domicile": "string",
             "domicileHead": "string", "foreign": "object"}'
       OR newcomer ->> 'person' !~ '^[1-9][0-9]{0,17}$' OR newcomer ->> 'kind' !~ '^[01]$'
       OR newcomer ->> 'sex' !~ '^[0129]$'
       OR (stay = '{}') <> (newcomer ->> 'kind' = '0') THEN
        RETURN false;
    END IF;
    IF stay <> '{}'
       AND (office.kinds_of(stay) IS DISTINCT FROM
                '{"nationality": "string", "becameOn": "array", "becameNotifiedOn": "string",
                  "class": "number", "status": "string", "period": "string", "expiresOn": "string"}'
            OR office.is_blank(stay ->> 'nationality') OR stay ->> 'class' !~ '^[0-4]$'
            OR NOT office.date_fits(stay -> 'becameOn', false)
            OR NOT office.all_fit(jsonb_build_array(stay -> 'nationality', stay -> 'status', stay -> 'period'),
                                  3, 100)
            OR stay ->> 'becameNotifiedOn' <> '' AND office.day_of(stay ->> 'becameNotifiedOn') IS NULL
            OR stay ->> 'expiresOn' <> '' AND office.day_of(stay ->> 'expiresOn') IS NULL) THEN
        RETURN false;
    END IF;
    FOREACH reading IN ARRAY ARRAY['family', 'given', 'former'] LOOP
        IF newcomer ->> (reading || 'Reading') !~ '^[0-2]$'
           OR (newcomer ->> (reading || 'Reading') = '0') <> (newcomer ->> (reading || 'Kana') = '') THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN office.date_fits(newcomer -> 'bornOn', true)
       AND NOT office.is_blank(office.full_name(office.newcomer_items(newcomer)))
       AND office.fits(newcomer ->> 'domicile', 200, false)
       AND (SELECT bool_and(office.fits(t.value, 100, false)) FROM jsonb_each_text(newcomer) t
             WHERE jsonb_typeof(newcomer -> t.key) = 'string' AND t.key <> 'domicile');
END
$$;
