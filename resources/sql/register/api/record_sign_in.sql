-- Sign-in: how opening the slot went. Counts one's own failures and locks at the policy's number.
CREATE OR REPLACE FUNCTION api.record_sign_in(who text, opened boolean) RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    account office.user_account;
    allowed integer;
BEGIN
    SELECT * INTO account FROM office.user_account a WHERE a.user_id = session_user FOR UPDATE;
    SELECT c.failures_before_lock INTO allowed FROM office.city c WHERE c.code = account.code;
    IF account.user_id IS NULL THEN
        status := 'UserUnknown';
    ELSIF who IS DISTINCT FROM account.user_id THEN
        status := 'RegisterRefused';
    ELSIF opened IS TRUE AND account.locked THEN
        -- A supervisor unlocks, never a later good password.
        status := 'UserLocked';
    ELSE
        account.failures := CASE WHEN opened IS TRUE THEN 0 ELSE account.failures + 1 END;
        account.locked := account.locked OR account.failures >= allowed;
        UPDATE office.user_account a SET failures = account.failures, locked = account.locked
         WHERE a.user_id = account.user_id;
        status := CASE WHEN account.locked THEN 'UserLocked' ELSE 'ok' END;
    END IF;
    PERFORM office.note(account.code, NULL, 'record_sign_in', status,
                        CASE WHEN opened IS TRUE THEN 'opened' ELSE 'failed' END);
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.record_sign_in(text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.record_sign_in(text, boolean) TO madoguchi_clerk;
