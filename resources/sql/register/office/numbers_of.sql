-- The numbers of one person; nothing where the register holds none.
CREATE OR REPLACE FUNCTION office.numbers_of(city text, person bigint, OUT resident_code bytea,
                                             OUT individual_number bytea, OUT residence_card bytea)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    held numbers.person;
BEGIN
    SELECT n.* INTO held FROM numbers.person n WHERE n.code = city AND n.person_id = person;
    resident_code := held.resident_code;
    individual_number := held.individual_number;
    residence_card := held.residence_card;
END
$$;
