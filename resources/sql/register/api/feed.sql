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
    reached bigint := after_number;
    reached_hash bytea := after_hash;
    read_at timestamptz := office.moment();
    change office.feed;
    booked date;
    backed_up_to bigint;
BEGIN
    who := office.redeem('feed', ticket, '{load,feed}', 1);
    feed.status := who.status;
    IF who.status = 'ok'
        AND (after_hash IS NULL
             OR after_hash IS DISTINCT FROM office.hash_at(who.code, after_number))
    THEN
        feed.status := 'RegisterUnknown';
        PERFORM office.note(who.code, who.station_id, 'feed', feed.status, 'position is not known');
    END IF;
    IF feed.status <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    FOR change IN SELECT f.* FROM office.feed f WHERE f.code = who.code AND f.number > after_number
                   ORDER BY f.number LIMIT most LOOP
        left_room := left_room - 1;
        reached := change.number;
        reached_hash := change.hash;
        feed.number := change.number;
        feed.table_number := change.table_number;
        feed.hash := change.hash;
        IF change.table_number = ANY (who.tables) THEN
            feed.id := change.id;
            feed.version := change.version;
            feed.body := change.body;
            feed.withheld := NULL;
        ELSE
            -- Nobody learns whose row it was.
            feed.id := 0;
            feed.version := 0;
            feed.body := NULL;
            feed.withheld := sha256(office.row_bytes(change.table_number, change.id, change.version,
                                                     change.number, change.body));
        END IF;
        RETURN NEXT;
    END LOOP;
    feed.number := reached;
    feed.table_number := NULL;
    feed.id := NULL;
    feed.version := NULL;
    feed.body := NULL;
    feed.hash := reached_hash;
    feed.withheld := NULL;
    -- A page with room left ends where the feed ended when it was read.
    IF left_room = 0 THEN
        feed_end := office.feed_end(who.code);
        feed.number := feed_end.number;
        feed.hash := feed_end.hash;
    END IF;
    SELECT p.up_to, b.up_to INTO booked, backed_up_to
      FROM (VALUES (who.code)) AS c (code)
           LEFT JOIN office.booking p ON p.code = c.code AND 6 = ANY (who.tables)
           LEFT JOIN office.backup b ON b.code = c.code;
    feed.page := jsonb_build_object('more', reached < feed.number, 'tables', to_jsonb(who.tables),
                                    'asOf', (extract(epoch FROM read_at) * 1000)::bigint,
                                    'paymentsUpTo', office.day_text(booked),
                                    'backedUpTo', coalesce(backed_up_to, 0));
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.feed(bigint, bigint, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.feed(bigint, bigint, bytea, integer) TO madoguchi_clerk;
