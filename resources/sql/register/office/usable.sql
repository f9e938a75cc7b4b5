-- The account of whoever calls, if it may be used today over this connection's certificate.
CREATE OR REPLACE FUNCTION office.usable(serial text, OUT status text, OUT account office.user_account)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    SELECT * INTO account FROM office.user_account WHERE user_id = session_user;
    status := CASE
        WHEN account.user_id IS NULL THEN 'UserUnknown'
        WHEN account.locked THEN 'UserLocked'
        WHEN office.today() NOT BETWEEN account.valid_from AND account.valid_to THEN 'UserExpired'
        WHEN account.certificate_serial IS DISTINCT FROM serial
             AND account.certificate_serial IS NOT NULL THEN 'RegisterRefused'
        ELSE 'ok'
    END;
END
$$;
