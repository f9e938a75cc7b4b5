-- Why an account may not be used today over a connection made with the certificate of this serial number; NULL:
-- it may.
CREATE OR REPLACE FUNCTION office.account_fault(account office.user_account, serial text) RETURNS text
    LANGUAGE sql VOLATILE AS $$
    SELECT CASE
        WHEN account.user_id IS NULL THEN 'UserUnknown'
        WHEN account.locked THEN 'UserLocked'
        WHEN office.today() NOT BETWEEN account.valid_from AND account.valid_to THEN 'UserExpired'
        WHEN account.certificate_serial IS DISTINCT FROM serial
             AND account.certificate_serial IS NOT NULL THEN 'RegisterRefused' END
$$;
