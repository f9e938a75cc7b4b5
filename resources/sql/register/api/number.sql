-- Fetch ('number'): the numbers of the person that the ticket was asked for.
CREATE OR REPLACE FUNCTION api.number(ticket bigint)
    RETURNS TABLE (status text, resident_code bytea, individual_number bytea, residence_card bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
    found_numbers record;
BEGIN
    SELECT * INTO who FROM office.caller('number', 2048, false, ticket, '{number}');
    status := who.status;
    IF status = 'ok' THEN
        SELECT * INTO found_numbers
          FROM office.numbers_of(who.code, (SELECT t.person_id FROM office.ticket t
                                             WHERE t.number = ticket));
        IF office.server_key(who.code) IS NULL THEN
            status := 'RegisterDamaged';
            PERFORM office.note(who.code, who.station_id, 'number', status, 'no key');
        ELSIF coalesce(octet_length(found_numbers.individual_number), 0) = 0 THEN
            status := 'NumberUnknown';
            PERFORM office.note(who.code, who.station_id, 'number', status, '');
        ELSE
            resident_code := found_numbers.resident_code;
            individual_number := found_numbers.individual_number;
            residence_card := found_numbers.residence_card;
        END IF;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.number(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.number(bigint) TO madoguchi_clerk;
