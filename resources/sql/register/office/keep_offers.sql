-- Keeps what a station offers, with who handed it in; the same again is fine. Answers how many were new.
CREATE OR REPLACE FUNCTION office.keep_offers(city text, who text, station text, offers jsonb)
    RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    kept integer;
BEGIN
    INSERT INTO office.recovery (code, uuid, content, user_id, feed_number, kind, base_version,
                                 fields, reason, filed_at, offered_by, station_id,
                                 offered_at, acknowledged_at)
    SELECT city, o ->> 'uuid',
           office.content_of((o ->> 'kind')::integer, (o ->> 'baseVersion')::integer,
                             o -> 'fields', o ->> 'reason'),
           o ->> 'user', (o ->> 'feedNumber')::bigint, (o ->> 'kind')::integer,
           (o ->> 'baseVersion')::integer, o -> 'fields', o ->> 'reason',
           to_timestamp((o ->> 'filedAt')::bigint / 1000.0), who, station, office.moment(),
           to_timestamp(nullif(o ->> 'at', '0')::bigint / 1000.0)
      FROM jsonb_array_elements(offers) AS o
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS kept = ROW_COUNT;
    RETURN kept;
END
$$;
