-- The owner sets the password of an account of this city: a SCRAM verifier, never the password. must_change:
-- somebody else knows it, and it opens nothing but its own change.
CREATE OR REPLACE FUNCTION office.set_password(city text, who text, verifier text,
                                               must_change boolean) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF (SELECT p.stored IS NULL FROM office.verifier_parts(verifier) AS p) THEN
        RETURN 'RegisterRefused';
    END IF;
    UPDATE office.user_account a
       SET password_changed_on = coalesce(a.password_changed_on, office.today()),
           must_change = coalesce(set_password.must_change, true)
     WHERE a.code = city AND a.user_id = who;
    IF NOT FOUND THEN
        RETURN 'UserUnknown';
    END IF;
    IF NOT office.keep_password(city, who, verifier) THEN
        RETURN 'RegisterDamaged';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', who, verifier);
    PERFORM office.note(city, NULL, 'set_password', 'ok', who);
    RETURN 'ok';
END
$$;
