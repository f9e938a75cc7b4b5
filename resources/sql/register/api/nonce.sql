-- Sign-in: 32 bytes that the station's proof is made over, once. Ends the session of this connection.
CREATE OR REPLACE FUNCTION api.nonce() RETURNS TABLE (status text, nonce bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    here record;
    city text;
    fresh bytea := office.gen_random_bytes(32);
BEGIN
    SELECT * INTO here FROM office.connection();
    SELECT a.code INTO city FROM office.user_account a WHERE a.user_id = session_user;
    IF city IS NULL THEN
        PERFORM office.note(NULL, NULL, 'nonce', 'UserUnknown', '');
        RETURN QUERY SELECT 'UserUnknown', NULL::bytea;
        RETURN;
    END IF;
    -- What somebody else is removing is passed over: he may keep his transaction open.
    DELETE FROM office.session s WHERE s.pid IN (
        SELECT o.pid FROM office.session o
         WHERE o.nonce_at < office.moment() - interval '1 day'
           AND NOT EXISTS (SELECT FROM pg_stat_get_activity(o.pid) AS a
                            WHERE a.backend_start = o.backend_start)
           FOR UPDATE SKIP LOCKED);
    INSERT INTO office.session AS s (pid, backend_start, opening, certificate_serial, code, user_id,
                                     nonce, nonce_at)
    VALUES (here.pid, here.backend_start, nextval('office.opening'), here.certificate_serial, city,
            session_user, fresh, office.moment())
    ON CONFLICT (pid) DO UPDATE
       SET backend_start = excluded.backend_start, opening = excluded.opening,
           certificate_serial = excluded.certificate_serial, code = excluded.code,
           user_id = excluded.user_id, nonce = excluded.nonce, nonce_at = excluded.nonce_at,
           station_id = NULL, opened_at = NULL, xid = NULL;
    RETURN QUERY SELECT 'ok', fresh;
END
$$;
REVOKE ALL ON FUNCTION api.nonce() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.nonce() TO madoguchi_clerk;
