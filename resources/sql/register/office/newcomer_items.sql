-- A newcomer as he travels, as items of a person: what residents::identityOf leaves of him, byte for byte.
CREATE OR REPLACE FUNCTION office.newcomer_items(newcomer jsonb) RETURNS bytea[]
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    items bytea[];
    stay jsonb := newcomer -> 'foreign';
BEGIN
    items[1] := office.cbor_list(office.cbor_integer((newcomer ->> 'person')::bigint), office.cbor_integer(0));
    items[3] := office.cbor_map(
        office.cbor_string(newcomer ->> 'family'), office.cbor_string(newcomer ->> 'given'),
        office.cbor_string(newcomer ->> 'familyKana'), office.cbor_number((newcomer ->> 'familyReading')::bigint),
        office.cbor_string(newcomer ->> 'givenKana'), office.cbor_number((newcomer ->> 'givenReading')::bigint),
        office.cbor_string(newcomer ->> 'searchKana'), office.cbor_string(newcomer ->> 'latin'));
    IF newcomer ->> 'alias' <> '' OR newcomer ->> 'aliasKana' <> '' THEN
        items[4] := office.cbor_list(office.cbor_text(newcomer ->> 'alias'),
                                     office.cbor_text(newcomer ->> 'aliasKana'));
    END IF;
    items[5] := office.date_item(newcomer -> 'bornOn');
    items[6] := office.cbor_number((newcomer ->> 'sex')::bigint);
    items[14] := office.cbor_string(newcomer ->> 'domicile');
    items[15] := office.cbor_string(newcomer ->> 'domicileHead');
    IF stay <> '{}' THEN
        items[18] := office.cbor_string(stay ->> 'nationality');
        IF stay -> 'becameOn' <> '["", "", "", 0]' OR stay ->> 'becameNotifiedOn' <> '' THEN
            items[19] := office.cbor_list(
                coalesce(office.date_item(stay -> 'becameOn'), office.cbor_head(7, 22)),
                coalesce(office.cbor_day(office.day_of(stay ->> 'becameNotifiedOn')),
                         office.cbor_head(7, 22)));
        END IF;
        items[20] := office.cbor_list(
            office.cbor_integer((stay ->> 'class')::bigint), office.cbor_text(stay ->> 'status'),
            office.cbor_text(stay ->> 'period'),
            coalesce(office.cbor_day(office.day_of(stay ->> 'expiresOn')), office.cbor_head(7, 22)));
    END IF;
    IF newcomer ->> 'formerFamily' <> '' OR newcomer ->> 'formerKana' <> ''
       OR newcomer ->> 'formerReading' <> '0' THEN
        items[28] := office.cbor_list(
            office.cbor_text(newcomer ->> 'formerFamily'), office.cbor_text(newcomer ->> 'formerKana'),
            office.cbor_integer((newcomer ->> 'formerReading')::bigint));
    END IF;
    items[41] := office.cbor_number((newcomer ->> 'kind')::bigint);
    RETURN items;
END
$$;
