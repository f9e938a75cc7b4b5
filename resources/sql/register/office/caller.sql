-- Who calls, checked anew in every call: session, account, certificate, age of the password, station, right.
-- Notes refusals. aged: for what opens a session, and for the change of the password itself.
CREATE OR REPLACE FUNCTION office.caller(call text, needed integer, aged boolean DEFAULT false,
                                         OUT status text, OUT code text,
                                         OUT user_id text, OUT station_id text,
                                         OUT tables integer[], OUT pid integer,
                                         OUT backend_start timestamptz)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    here record;
    held record;
    found_account record;
BEGIN
    here := office.connection();
    pid := here.pid;
    backend_start := here.backend_start;
    user_id := session_user;
    found_account := office.usable(here.certificate_serial);
    status := found_account.status;
    code := (found_account.account).code;
    SELECT s.pid, s.station_id, t.scopes INTO held
      FROM office.session s
           LEFT JOIN office.station t ON t.code = caller.code AND t.station_id = s.station_id
     WHERE s.pid = here.pid AND s.backend_start = here.backend_start
       AND s.user_id = session_user AND s.opened_at IS NOT NULL
       AND s.xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    station_id := held.station_id;
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        -- An older view of the rights would be used for as long as the caller likes.
        status := 'RegisterRefused';
    ELSIF held.pid IS NULL THEN
        status := 'NotSignedIn';
    ELSIF status = 'ok' AND aged IS NOT TRUE AND office.password_aged(found_account.account) THEN
        status := 'PasswordExpired';
    ELSIF status = 'ok' THEN
        tables := office.tables_of(held.scopes);
        IF tables[1] IS DISTINCT FROM 1 THEN
            status := 'RegisterRefused';
        ELSIF needed IS NULL OR office.rights_of(code, user_id) & needed <> needed THEN
            status := 'RightMissing';
        END IF;
    END IF;
    IF status <> 'ok' THEN
        PERFORM office.note(code, station_id, call, status, '');
    END IF;
END
$$;
