-- Fetch: who calls, and a ticket that this connection asked for in a transaction committed before.
CREATE OR REPLACE FUNCTION office.redeem(call text, ticket bigint, kinds text[], needed integer,
                                         OUT status text, OUT code text, OUT station_id text,
                                         OUT tables integer[])
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
    held office.ticket;
    many boolean;
BEGIN
    who := office.caller(call, needed, kinds = '{share}');
    status := who.status;
    code := who.code;
    tables := who.tables;
    station_id := who.station_id;
    IF status <> 'ok' THEN
        RETURN;
    END IF;
    SELECT t.* INTO held FROM office.ticket t
     WHERE t.number = redeem.ticket AND t.pid = who.pid AND t.backend_start = who.backend_start
       AND t.code = who.code AND t.user_id = who.user_id AND t.station_id = who.station_id
       AND t.what = ANY (kinds) AND t.xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
    many := held.what IN ('load', 'feed');
    IF held.number IS NULL
        OR NOT many AND (held.used_at IS NOT NULL
                         OR held.asked_at < office.moment() - interval '60 seconds')
    THEN
        status := 'RegisterRefused';
        PERFORM office.note(code, who.station_id, call, status, 'no ticket');
    ELSIF NOT many THEN
        UPDATE office.ticket t SET used_at = office.moment() WHERE t.number = held.number;
    END IF;
END
$$;
