-- 照合: registers (0) or sends back (1) a 仮登録 of somebody else; its author withdraws it (2). When and
-- where in the feed: api.decision, once this is committed. field: as of api.submit.
CREATE OR REPLACE FUNCTION api.decide(entry bigint, outcome integer, reason text)
    RETURNS TABLE (status text, field text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
    decided record;
BEGIN
    SELECT * INTO who FROM office.caller('decide', CASE WHEN outcome = 2 THEN 0 ELSE 16384 END);
    status := who.status;
    IF status = 'ok' THEN
        SELECT * INTO decided FROM office.settle('decide', who.code, who.user_id,
                                                 who.station_id, entry,
                                                 CASE WHEN outcome BETWEEN 0 AND 2 THEN outcome END,
                                                 coalesce(reason, ''), office.moment());
        status := decided.status;
        field := decided.field;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.decide(bigint, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.decide(bigint, integer, text) TO madoguchi_clerk;
