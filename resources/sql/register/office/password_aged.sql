-- Must this password be changed before anything else? By the register's day; the day of the change does not
-- count (民法 第140条).
CREATE OR REPLACE FUNCTION office.password_aged(account office.user_account) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN account.must_change
        OR coalesce(account.password_changed_on
                    + (SELECT c.password_days FROM office.city c WHERE c.code = account.code)
                    < office.today(), true);
END
$$;
