-- The rights of a user in force on the register's day.
CREATE OR REPLACE FUNCTION office.rights_of(city text, who text) RETURNS integer LANGUAGE plpgsql
    VOLATILE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    day date := office.today();
BEGIN
    RETURN (SELECT coalesce(bit_or(right_bit), 0) FROM office.user_grant
             WHERE code = city AND user_id = who
               AND day BETWEEN valid_from AND valid_to);
END
$$;
