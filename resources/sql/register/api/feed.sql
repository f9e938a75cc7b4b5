-- Fetch ('feed'): changes after a position; the last line has no id: status, the feed's end and the page.
CREATE OR REPLACE FUNCTION api.feed(ticket bigint, after_number bigint, after_hash bytea,
                                    row_limit integer)
    RETURNS TABLE (status text, number bigint, table_number integer, id bigint, version integer,
                   body bytea, hash bytea, withheld bytea, page jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who record;
    feed_end record;
    most integer := greatest(1, least(row_limit, 5000));
    left_room integer := most;
    read_at timestamptz := office.moment();
    known boolean;
    last bigint;
    last_hash bytea;
BEGIN
    who := office.caller('feed', 1, false, ticket, '{load,feed}');
    feed.status := who.status;
    IF feed.status <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    -- Past the beginning, the change at the position itself is read too: it tells whether the caller knows it.
    known := after_number = 0 AND coalesce(after_hash = office.hash_before_all(who.code), false);
    FOR number, table_number, id, version, body, hash, withheld IN
        SELECT f.number, f.table_number, CASE WHEN s.seen THEN f.id ELSE 0 END,
               CASE WHEN s.seen THEN f.version ELSE 0 END, CASE WHEN s.seen THEN f.body END, f.hash,
               -- Nobody learns whose row it was.
               CASE WHEN NOT s.seen THEN
                   sha256(office.row_bytes(f.table_number, f.id, f.version, f.number, f.body)) END
          FROM office.feed f, LATERAL (SELECT f.table_number = ANY (who.tables) AS seen) s
         WHERE f.code = who.code AND f.number >= after_number
         ORDER BY f.number LIMIT most + CASE WHEN after_number = 0 THEN 0 ELSE 1 END
    LOOP
        IF known THEN
            left_room := left_room - 1;
            RETURN NEXT;
        ELSE
            known := coalesce(feed.number = after_number AND feed.hash = after_hash, false);
            EXIT WHEN NOT known;
        END IF;
    END LOOP;
    IF known IS NOT TRUE THEN
        PERFORM office.note(who.code, who.station_id, 'feed', 'RegisterUnknown',
                            'position is not known');
        RETURN QUERY SELECT 'RegisterUnknown', NULL::bigint, NULL::integer, NULL::bigint,
                            NULL::integer, NULL::bytea, NULL::bytea, NULL::bytea, NULL::jsonb;
        RETURN;
    END IF;
    -- A page with room left ends where the feed ended when it was read.
    last := coalesce(feed.number, 0);
    last_hash := coalesce(feed.hash, after_hash);
    IF left_room = 0 THEN
        feed_end := office.feed_end(who.code);
        last := feed_end.number;
        last_hash := feed_end.hash;
    END IF;
    RETURN QUERY
        SELECT 'ok', last, NULL::integer, NULL::bigint, NULL::integer, NULL::bytea, last_hash,
               NULL::bytea,
               jsonb_build_object('more', coalesce(feed.number, 0) < last,
                                  'tables', to_jsonb(who.tables),
                                  'asOf', (extract(epoch FROM read_at) * 1000)::bigint,
                                  'paymentsUpTo', office.day_text(p.up_to),
                                  'backedUpTo', coalesce(b.up_to, 0))
          FROM (VALUES (who.code)) AS c (code)
               LEFT JOIN office.booking p ON p.code = c.code AND 6 = ANY (who.tables)
               LEFT JOIN office.backup b ON b.code = c.code;
END
$$;
REVOKE ALL ON FUNCTION api.feed(bigint, bigint, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.feed(bigint, bigint, bytea, integer) TO madoguchi_clerk;
