-- A supervisor opens a locked account of the same city, never his own. Answers the card's fingerprint.
CREATE OR REPLACE FUNCTION api.unlock_user(who text) RETURNS TABLE (status text, fingerprint bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    caller record;
BEGIN
    SELECT * INTO caller FROM office.caller('unlock_user', 32);
    status := caller.status;
    IF status = 'ok' THEN
        IF who = caller.user_id THEN
            status := 'RightMissing';
        ELSE
            UPDATE office.user_account a SET failures = 0, locked = false
             WHERE a.code = caller.code AND a.user_id = who
            RETURNING a.fingerprint INTO fingerprint;
            status := CASE WHEN FOUND THEN 'ok' ELSE 'UserUnknown' END;
        END IF;
        PERFORM office.note(caller.code, caller.station_id, 'unlock_user', status, left(who, 63));
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.unlock_user(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.unlock_user(text) TO madoguchi_clerk;
