-- Must this password be changed before anything else, where one may be used for so many days? By the register's
-- day; the day of the change does not count (民法 第140条).
CREATE OR REPLACE FUNCTION office.password_aged(account office.user_account, days integer)
    RETURNS boolean LANGUAGE sql VOLATILE AS $$
    SELECT account.must_change
        OR coalesce(account.password_changed_on + days < office.today(), true)
$$;
