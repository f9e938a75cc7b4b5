-- ChangePassword: the caller's own, as a SCRAM verifier; what it is, is never seen here. proofs: see
-- office.password_fault.
CREATE OR REPLACE FUNCTION api.change_password(verifier text, proofs bytea)
    RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    caller record;
    fault record;
    why text := '';
BEGIN
    SELECT * INTO caller FROM office.caller('change_password', 0, true);
    status := caller.status;
    IF status = 'ok' THEN
        -- One change of an account at a time.
        PERFORM FROM office.user_account a
          WHERE a.code = caller.code AND a.user_id = caller.user_id FOR UPDATE;
        SELECT * INTO fault
          FROM office.password_fault(caller.code, caller.user_id, verifier, proofs);
        IF office.server_key(caller.code) IS NULL THEN
            status := 'RegisterDamaged';
            why := 'no key';
        ELSIF fault.status IS NOT NULL THEN
            status := fault.status;
            why := fault.why;
        ELSIF NOT logins.change_own(verifier) THEN
            status := 'RegisterRefused';
            why := 'no login of a clerk';
        ELSE
            PERFORM office.keep_password(caller.code, caller.user_id, verifier);
            UPDATE office.user_account a
               SET password_changed_on = office.today(), must_change = false
             WHERE a.code = caller.code AND a.user_id = caller.user_id;
        END IF;
        PERFORM office.note(caller.code, caller.station_id, 'change_password', status, why);
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.change_password(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.change_password(text, bytea) TO madoguchi_clerk;
