-- The rights of a user in force on the register's day.
CREATE OR REPLACE FUNCTION office.rights_of(city text, who text) RETURNS integer LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT coalesce(bit_or(right_bit), 0) FROM office.user_grant
     WHERE code = city AND user_id = who AND office.today() BETWEEN valid_from AND valid_to
$$;
