-- The first field of an 異動 that holds what it cannot, of those that only a 転入 has (newcomers, 転入前住所,
-- 転出証明書): central/arrivalrules.cpp. NULL: there is none.
CREATE OR REPLACE FUNCTION office.arrival_fault(fields jsonb, comes boolean) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    newcomers jsonb := fields -> 'newcomers';
    former jsonb := fields -> 'formerAddress';
    named boolean := EXISTS (SELECT FROM jsonb_each_text(former) a WHERE a.value <> '');
BEGIN
    RETURN CASE
        WHEN jsonb_array_length(newcomers)
             <> CASE WHEN comes THEN jsonb_array_length(fields -> 'movers') ELSE 0 END THEN 'newcomers'
        WHEN EXISTS (SELECT FROM jsonb_array_elements(newcomers) WITH ORDINALITY AS each (n, place)
                      WHERE NOT office.newcomer_fits(n)
                         OR n -> 'person' <> fields -> 'movers' -> (place - 1)::integer -> 0)
            THEN 'newcomers'
        WHEN named <> comes OR former ->> 'code' <> '' OR former ->> 'postalCode' !~ '^([0-9]{7})?$'
             OR comes AND office.is_blank(former ->> 'municipality')
             OR NOT office.fits(former ->> 'municipality', 60, false)
             OR NOT office.fits(former ->> 'town', 60, false) OR NOT office.fits(former ->> 'lot', 60, false)
             OR NOT office.fits(former ->> 'building', 100, false) THEN 'formerAddress'
        -- R-ACQ-02; 住民基本台帳法 第22条第2項.
        WHEN (fields ->> 'certificate')::boolean <> comes THEN 'certificate'
    END;
END
$$;
