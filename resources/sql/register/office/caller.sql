-- Who calls, checked anew in every call: session, account, certificate, age of the password, station, right;
-- and for a fetch the ticket, of one of these kinds, that this connection asked for in a transaction committed
-- before. That it is the connection on which the session was opened, the number shows that nonce() drew: only
-- the process that drew it has it. Notes refusals. aged: for what opens a session, and for the change of the
-- password itself.
CREATE OR REPLACE FUNCTION office.caller(call text, needed integer, aged boolean DEFAULT false,
                                         ticket bigint DEFAULT NULL, kinds text[] DEFAULT NULL,
                                         OUT status text, OUT code text,
                                         OUT user_id text, OUT station_id text,
                                         OUT tables integer[], OUT pid integer,
                                         OUT backend_start timestamptz)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    drawn bigint;
    account office.user_account;
    session office.session;
    granted integer := 0;
    asked office.ticket;
BEGIN
    BEGIN
        drawn := currval('office.opening');
    EXCEPTION WHEN object_not_in_prerequisite_state THEN
        drawn := NULL;
    END;
    -- Each by its key: to make one join of them ready takes longer than all of them together, and a hundred
    -- stations call at every commit.
    SELECT * INTO account FROM office.user_account u WHERE u.user_id = session_user;
    SELECT * INTO session
      FROM office.session s
     WHERE s.pid = pg_backend_pid() AND s.opening = drawn
       AND s.user_id = session_user AND s.opened_at IS NOT NULL
       AND s.xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    SELECT office.tables_of(p.scopes) INTO tables
      FROM office.station p
     WHERE p.code = account.code AND p.station_id = session.station_id;
    IF needed <> 0 THEN
        SELECT coalesce(bit_or(g.right_bit), 0) INTO granted
          FROM office.user_grant g
         WHERE g.code = account.code AND g.user_id = account.user_id
           AND office.today() BETWEEN g.valid_from AND g.valid_to;
    END IF;
    IF kinds IS NOT NULL THEN
        SELECT * INTO asked
          FROM office.ticket k
         WHERE k.number = caller.ticket AND k.what = ANY (kinds)
           AND k.pid = session.pid AND k.backend_start = session.backend_start
           AND k.code = account.code AND k.user_id = account.user_id
           AND k.station_id = session.station_id
           AND k.xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    END IF;
    status := coalesce(
        CASE
            -- An older view of the rights would be used for as long as the caller likes.
            WHEN current_setting('transaction_isolation') <> 'read committed' THEN 'RegisterRefused'
            WHEN session.pid IS NULL THEN 'NotSignedIn' END,
        office.account_fault(account, session.certificate_serial));
    IF status IS NULL AND aged IS NOT TRUE
       AND office.password_aged(account, (SELECT c.password_days FROM office.city c
                                           WHERE c.code = account.code)) THEN
        status := 'PasswordExpired';
    END IF;
    status := coalesce(
        status,
        CASE
            WHEN tables[1] IS DISTINCT FROM 1 THEN 'RegisterRefused'
            WHEN needed IS NULL OR granted & needed <> needed THEN 'RightMissing'
            WHEN kinds IS NULL OR asked.what IN ('load', 'feed') THEN 'ok'
            WHEN asked.used_at IS NULL
                 AND asked.asked_at >= office.moment() - interval '60 seconds' THEN 'ok'
            ELSE 'no ticket' END);
    code := account.code;
    user_id := session_user;
    station_id := session.station_id;
    pid := pg_backend_pid();
    backend_start := session.backend_start;
    IF status <> 'ok' THEN
        tables := NULL;
        IF status = 'no ticket' THEN
            status := 'RegisterRefused';
            PERFORM office.note(code, station_id, call, status, 'no ticket');
        ELSE
            PERFORM office.note(code, station_id, call, status, '');
        END IF;
    ELSIF asked.what NOT IN ('load', 'feed') THEN
        UPDATE office.ticket k SET used_at = office.moment() WHERE k.number = asked.number;
    END IF;
END
$$;
