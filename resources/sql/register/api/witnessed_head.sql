-- Log checkpoints: the head of a station of the city witnessed last; row_count NULL = none.
CREATE OR REPLACE FUNCTION api.witnessed_head(station text)
    RETURNS TABLE (status text, row_count bigint, hash bytea, at timestamptz, signed_bytes bytea,
                   signature bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    caller record;
BEGIN
    SELECT * INTO caller FROM office.caller('witnessed_head', 0, true);
    IF caller.status = 'ok' THEN
        RETURN QUERY SELECT 'ok', h.row_count, h.hash, h.at, h.signed_bytes, h.signature
                       FROM office.station_head h
                      WHERE h.code = caller.code AND h.station_id = witnessed_head.station
                        AND NOT office.head_is_forged(h)
                      ORDER BY h.row_count DESC LIMIT 1;
        IF FOUND THEN
            RETURN;
        END IF;
    END IF;
    witnessed_head.status := caller.status;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.witnessed_head(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.witnessed_head(text) TO madoguchi_clerk;
