-- The owner sets the password of a user of this city: a SCRAM verifier, never the password.
CREATE OR REPLACE FUNCTION office.set_password(city text, who text, verifier text) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    IF NOT starts_with(verifier, 'SCRAM-SHA-256$') THEN
        RETURN 'RegisterRefused';
    END IF;
    IF NOT EXISTS (SELECT FROM office.user_account a WHERE a.code = city AND a.user_id = who) THEN
        RETURN 'UserUnknown';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', who, verifier);
    RETURN 'ok';
END
$$;
