-- After a restore: what this station knows to have been acknowledged after the last place that both know,
-- [{uuid, user, feedNumber, kind, baseVersion, fields, reason, filedAt, at}, ...] and what the caller
-- decided himself, {uuid, user, feedNumber, outcome, reason, at}; times in ms. An administrator applies
-- it; all of it is taken or nothing.
CREATE OR REPLACE FUNCTION api.offer_again(offers jsonb) RETURNS TABLE (status text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
    taken integer := 0;
BEGIN
    SELECT * INTO who FROM office.caller('offer_again', 1);
    status := who.status;
    IF status = 'ok' THEN
        IF NOT office.are_offers(offers) THEN
            status := 'EntryIncomplete';
        ELSIF EXISTS (SELECT FROM jsonb_array_elements(offers) AS o
                       WHERE o ? 'outcome' AND o ->> 'user' <> who.user_id)
        THEN
            -- Four eyes: nobody says what another person decided.
            status := 'RightMissing';
        ELSE
            taken := office.keep_offers(who.code, who.user_id, who.station_id, offers);
        END IF;
        PERFORM office.note(who.code, who.station_id, 'offer_again', status, taken::text);
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.offer_again(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.offer_again(jsonb) TO madoguchi_clerk;
