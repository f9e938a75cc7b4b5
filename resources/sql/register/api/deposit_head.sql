-- Log checkpoints: the head of the session's own station, forward only. The signature is verified elsewhere.
CREATE OR REPLACE FUNCTION api.deposit_head(station text, row_count bigint, hash bytea,
                                            at timestamptz, signed_bytes bytea, signature bytea)
    RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    caller record;
    held office.station_head;
BEGIN
    SELECT * INTO caller FROM office.caller('deposit_head', 0, true);
    deposit_head.status := caller.status;
    IF caller.status = 'ok' THEN
        -- One deposit of a station at a time.
        PERFORM FROM office.station s WHERE s.code = caller.code
            AND s.station_id = caller.station_id AND s.station_id = deposit_head.station
            AND octet_length(s.log_key) = 32 FOR UPDATE;
        deposit_head.status := CASE WHEN FOUND AND deposit_head.row_count >= 0
                                         AND octet_length(deposit_head.hash) = 32
                                         AND isfinite(deposit_head.at)
                                         AND octet_length(deposit_head.signed_bytes) <= 4096
                                         AND octet_length(deposit_head.signature) <= 64
                                    THEN 'ok' ELSE 'RegisterRefused' END;
        SELECT * INTO held FROM office.station_head h
         WHERE h.code = caller.code AND h.station_id = deposit_head.station
           AND NOT office.head_is_forged(h)
         ORDER BY h.row_count DESC LIMIT 1;
        IF deposit_head.status = 'ok' AND deposit_head.row_count < held.row_count THEN
            deposit_head.status := 'LogCut';
        ELSIF deposit_head.status = 'ok' AND deposit_head.row_count = held.row_count THEN
            deposit_head.status := CASE WHEN deposit_head.hash = held.hash THEN 'ok'
                                        ELSE 'LogBroken' END;
        ELSIF deposit_head.status = 'ok' THEN
            INSERT INTO office.station_head
            VALUES (caller.code, caller.station_id, deposit_head.row_count, deposit_head.hash,
                    deposit_head.at, deposit_head.signed_bytes, deposit_head.signature)
            ON CONFLICT DO NOTHING;
            IF NOT FOUND THEN
                -- A forged one has taken this place; the next one of the station goes past it.
                deposit_head.status := 'LogBroken';
            END IF;
        END IF;
        IF deposit_head.status <> 'ok' THEN
            PERFORM office.note(caller.code, caller.station_id, 'deposit_head',
                                deposit_head.status, deposit_head.row_count::text);
        END IF;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.deposit_head(text, bigint, bytea, timestamptz, bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.deposit_head(text, bigint, bytea, timestamptz, bytea, bytea) TO madoguchi_clerk;
