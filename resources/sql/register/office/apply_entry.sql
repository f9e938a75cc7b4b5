-- A submission that was offered again: what came of it, NULL while it waits. It waits for a decision that has
-- not been offered: on the same person or household stands a 仮登録 that was there before it.
CREATE OR REPLACE FUNCTION office.apply_entry(one office.recovery) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    entered record;
BEGIN
    SELECT * INTO entered
      FROM office.enter('recover', one.code, one.user_id, one.station_id, one.uuid, one.kind,
                        one.base_version, one.fields, one.reason, one.filed_at,
                        coalesce(one.acknowledged_at, office.moment()));
    IF entered.status = 'EntryPending' AND EXISTS (
        SELECT FROM office.entry e
          JOIN office.submission s ON s.code = e.code AND s.entry = e.number
         WHERE e.code = one.code AND e.state = 1
           AND e.person_id = (one.fields ->> 'person')::bigint
           AND e.household_id = (one.fields ->> 'household')::bigint
           AND date_trunc('milliseconds', s.at) <= one.acknowledged_at)
    THEN
        RETURN NULL;
    END IF;
    RETURN CASE WHEN entered.status = 'ok' AND entered.known THEN 'known' ELSE entered.status END;
END
$$;
