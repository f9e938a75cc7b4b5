-- Who moves, as he is afterwards: his items, changed by an 異動 of this kind. on_day: 異動日 of the row.
CREATE OR REPLACE FUNCTION office.move_person(fields jsonb, items bytea[], on_day bytea) RETURNS bytea[]
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    reason bytea := office.cbor_text((office.move_traits(fields ->> 'kind')).reason);
    notified bytea := office.cbor_day(office.day_of(fields ->> 'notifiedOn'));
    address bytea := office.address_item(fields -> 'address');
    there bytea := office.cbor_list(address, office.cbor_day(office.day_of(fields ->> 'happenedOn')));
    -- 転出先: planned (1) and confirmed (2), kept beside each other (JS1 4.1.3.1.1).
    places bytea[] := office.cbor_items(items[13]);
BEGIN
    CASE fields ->> 'kind'
        WHEN 'MoveWithin' THEN
            items[12] := items[10];
            items[10] := address;
            items[11] := office.cbor_list(office.cbor_list(on_day, notified), reason);
            RETURN items;
        WHEN 'MoveIn' THEN
            items[8] := office.cbor_list(on_day, notified);
            items[10] := address;
            items[11] := office.cbor_list(office.cbor_list(on_day, notified), reason);
            items[12] := office.address_item(fields -> 'formerAddress');
            items[44] := items[12];
            RETURN items;
        WHEN 'MoveOutNotice' THEN
            items[42] := office.cbor_number(1);
            places[1] := there;
        WHEN 'MoveOutRemoval' THEN
            items[42] := office.cbor_number(2);
            items[17] := office.cbor_list(on_day, notified, reason);
            -- What was confirmed in an earlier life is not where he went now.
            places[2] := CASE WHEN fields #>> '{address,municipality}' <> '' THEN there END;
        WHEN 'MoveOutCancellation' THEN
            items[42] := NULL;
            places[1] := NULL;
    END CASE;
    items[13] := CASE WHEN coalesce(places[1], places[2]) IS NOT NULL
                      THEN office.cbor_map(places[1], places[2]) END;
    RETURN items;
END
$$;
