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
    once boolean;
BEGIN
    BEGIN
        drawn := currval('office.opening');
    EXCEPTION WHEN object_not_in_prerequisite_state THEN
        drawn := NULL;
    END;
    SELECT coalesce(
               CASE
                   -- An older view of the rights would be used for as long as the caller likes.
                   WHEN current_setting('transaction_isolation') <> 'read committed'
                       THEN 'RegisterRefused'
                   WHEN s.pid IS NULL THEN 'NotSignedIn' END,
               office.account_fault(u, s.certificate_serial),
               CASE
                   WHEN aged IS NOT TRUE AND office.password_aged(u, c.password_days)
                       THEN 'PasswordExpired'
                   WHEN (t.tables)[1] IS DISTINCT FROM 1 THEN 'RegisterRefused'
                   WHEN needed IS NULL
                        OR coalesce((SELECT bit_or(g.right_bit) FROM office.user_grant g
                                      WHERE g.code = u.code AND g.user_id = u.user_id
                                        AND office.today() BETWEEN g.valid_from AND g.valid_to),
                                    0) & needed <> needed THEN 'RightMissing'
                   WHEN kinds IS NULL OR k.what IN ('load', 'feed') THEN 'ok'
                   WHEN k.used_at IS NULL
                        AND k.asked_at >= office.moment() - interval '60 seconds' THEN 'ok'
                   ELSE 'no ticket' END),
           u.code, session_user, s.station_id, t.tables, pg_backend_pid(), s.backend_start,
           k.what NOT IN ('load', 'feed')
      INTO status, code, user_id, station_id, tables, pid, backend_start, once
      FROM (VALUES (1)) AS one
           LEFT JOIN office.user_account u ON u.user_id = session_user
           LEFT JOIN office.city c ON c.code = u.code
           LEFT JOIN office.session s
                  ON s.pid = pg_backend_pid() AND s.opening = drawn
                 AND s.user_id = session_user AND s.opened_at IS NOT NULL
                 AND s.xid IS DISTINCT FROM pg_current_xact_id_if_assigned()
           LEFT JOIN (SELECT p.code, p.station_id, office.tables_of(p.scopes) AS tables
                        FROM office.station p) t
                  ON t.code = u.code AND t.station_id = s.station_id
           LEFT JOIN office.ticket k
                  ON k.number = caller.ticket AND k.what = ANY (kinds)
                 AND k.pid = s.pid AND k.backend_start = s.backend_start
                 AND k.code = u.code AND k.user_id = u.user_id AND k.station_id = s.station_id
                 AND k.xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    IF status <> 'ok' THEN
        tables := NULL;
        IF status = 'no ticket' THEN
            status := 'RegisterRefused';
            PERFORM office.note(code, station_id, call, status, 'no ticket');
        ELSE
            PERFORM office.note(code, station_id, call, status, '');
        END IF;
    ELSIF once THEN
        UPDATE office.ticket k SET used_at = office.moment() WHERE k.number = caller.ticket;
    END IF;
END
$$;
