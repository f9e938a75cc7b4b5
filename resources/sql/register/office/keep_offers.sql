-- Keeps what a station offers, with who handed it in; the same again is fine. Its author's own word takes the
-- place of another person's, time and number too, and of his own about an acknowledgement before. Answers how
-- many were new or are now the author's word.
CREATE OR REPLACE FUNCTION office.keep_offers(city text, who text, station text, offers jsonb)
    RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    kept integer;
BEGIN
    INSERT INTO office.recovery (code, uuid, content, user_id, feed_number, kind, base_version,
                                 fields, reason, filed_at, offered_by, station_id,
                                 offered_at, acknowledged_at, decision)
    SELECT city, o ->> 'uuid',
           CASE WHEN o ? 'outcome'
                THEN sha256(convert_to(jsonb_build_array(o -> 'outcome', o -> 'reason',
                                                         o -> 'at')::text, 'UTF8'))
                ELSE office.content_of((o ->> 'kind')::integer, (o ->> 'baseVersion')::integer,
                                       o -> 'fields', o ->> 'reason') END,
           o ->> 'user', (o ->> 'feedNumber')::bigint, coalesce((o ->> 'kind')::integer, 3),
           coalesce((o ->> 'baseVersion')::integer, 0), coalesce(o -> 'fields', '{}'),
           o ->> 'reason', to_timestamp((o ->> 'filedAt')::bigint / 1000.0), who, station,
           office.moment(), to_timestamp(nullif(o ->> 'at', '0')::bigint / 1000.0),
           (o ->> 'outcome')::integer
      FROM jsonb_array_elements(offers) AS o
    ON CONFLICT (code, uuid, content, user_id) DO UPDATE
       SET offered_by = excluded.offered_by, station_id = excluded.station_id,
           offered_at = excluded.offered_at, filed_at = excluded.filed_at,
           feed_number = excluded.feed_number, acknowledged_at = excluded.acknowledged_at,
           outcome = CASE WHEN recovery.outcome IN ('ok', 'known') THEN recovery.outcome END
     WHERE recovery.user_id = excluded.offered_by
       AND (recovery.offered_by <> recovery.user_id
            OR excluded.acknowledged_at > recovery.acknowledged_at);
    GET DIAGNOSTICS kept = ROW_COUNT;
    RETURN kept;
END
$$;
