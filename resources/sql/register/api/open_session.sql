-- Sign-in: begins the session of this connection. Proof: HMAC-SHA-256(proof key, nonce || station id).
CREATE OR REPLACE FUNCTION api.open_session(station text, proof bytea)
    RETURNS TABLE (status text, session jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    here record;
    account office.user_account;
    place office.station;
    given bytea;
    drawn bigint;
    why text := '';
BEGIN
    BEGIN
        drawn := currval('office.opening');
    EXCEPTION WHEN object_not_in_prerequisite_state THEN
        drawn := NULL;
    END;
    SELECT * INTO here FROM office.connection();
    SELECT * INTO account FROM office.user_account a WHERE a.user_id = session_user;
    status := coalesce(office.account_fault(account, here.certificate_serial), 'ok');
    -- The nonce is spent whatever comes of it, and with it the session that was.
    SELECT s.nonce INTO given FROM office.session s
     WHERE s.pid = here.pid AND s.backend_start = here.backend_start AND s.opening = drawn
       AND s.user_id = session_user FOR UPDATE;
    UPDATE office.session s SET nonce = NULL, opened_at = NULL, station_id = NULL, xid = NULL
     WHERE s.pid = here.pid;
    -- What somebody else is removing is passed over: he may keep his transaction open.
    DELETE FROM office.ticket t WHERE t.number IN (
        SELECT o.number FROM office.ticket o
         WHERE o.pid = here.pid OR o.asked_at < office.moment() - interval '1 day'
           FOR UPDATE SKIP LOCKED);
    IF status = 'RegisterRefused' THEN
        why := 'another certificate';
    ELSIF status = 'ok' THEN
        SELECT * INTO place FROM office.station s
         WHERE s.code = account.code AND s.station_id = open_session.station;
        why := CASE
            WHEN current_setting('transaction_isolation') <> 'read committed' THEN 'isolation'
            WHEN place.proof_key IS NULL THEN 'station is not enrolled'
            WHEN given IS NULL THEN 'no nonce'
            WHEN proof IS DISTINCT FROM
                 office.hmac(given || convert_to(place.station_id, 'UTF8'), place.proof_key,
                             'sha256') THEN 'the station did not prove itself'
            WHEN '住民' <> ALL (place.scopes) THEN 'no scope of residents'
            ELSE ''
        END;
        IF why <> '' THEN
            status := 'RegisterRefused';
        END IF;
    END IF;
    PERFORM office.note(account.code, place.station_id, 'open_session', status, why);
    IF status = 'ok' THEN
        UPDATE office.session s
           SET station_id = place.station_id, opened_at = office.moment(),
               xid = pg_current_xact_id()
         WHERE s.pid = here.pid;
        account.must_change := office.password_known(account);
        session := office.session_answer(account, place);
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.open_session(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.open_session(text, bytea) TO madoguchi_clerk;
