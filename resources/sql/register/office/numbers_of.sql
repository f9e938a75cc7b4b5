-- The numbers of one person, from under their pads; nothing where the register holds none.
CREATE OR REPLACE FUNCTION office.numbers_of(city text, person bigint, OUT resident_code bytea,
                                             OUT individual_number bytea, OUT residence_card bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    held numbers.person;
    key bytea := office.server_key(city);
    place text := ' ' || city || ' ' || person || ' ';
BEGIN
    SELECT n.* INTO held FROM numbers.person n WHERE n.code = city AND n.person_id = person;
    resident_code := office.masked(held.resident_code, office.hmac(
        convert_to('number 1' || place, 'UTF8') || held.nonce, key, 'sha256'));
    individual_number := office.masked(held.individual_number, office.hmac(
        convert_to('number 2' || place, 'UTF8') || held.nonce, key, 'sha256'));
    residence_card := office.masked(held.residence_card, office.hmac(
        convert_to('number 3' || place, 'UTF8') || held.nonce, key, 'sha256'));
END
$$;
