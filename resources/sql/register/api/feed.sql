-- Fetch ('feed'): changes after a position; the last line has no id: status, the feed's end and the page.
CREATE OR REPLACE FUNCTION api.feed(ticket bigint, after_number bigint, after_hash bytea,
                                    row_limit integer)
    RETURNS TABLE (status text, number bigint, table_number integer, id bigint, version integer,
                   body bytea, hash bytea, withheld bytea, page jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who record;
    last record;
    reached bigint := after_number;
    read_at timestamptz := office.moment();
    change office.feed;
    booked date;
BEGIN
    SELECT * INTO who FROM office.redeem('feed', ticket, '{load,feed}', 1);
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
                   ORDER BY f.number LIMIT greatest(1, least(row_limit, 5000)) LOOP
        reached := change.number;
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
    SELECT * INTO last FROM office.feed_end(who.code);
    IF 6 = ANY (who.tables) THEN
        SELECT b.up_to INTO booked FROM office.booking b WHERE b.code = who.code;
    END IF;
    RETURN QUERY SELECT 'ok', last.number, NULL::integer, NULL::bigint, NULL::integer, NULL::bytea,
        last.hash, NULL::bytea,
        jsonb_build_object('more', reached < last.number, 'tables', to_jsonb(who.tables),
                           'asOf', (extract(epoch FROM read_at) * 1000)::bigint,
                           'paymentsUpTo', office.day_text(booked),
                           'backedUpTo', coalesce((SELECT b.up_to FROM office.backup b
                                                    WHERE b.code = who.code), 0));
END
$$;
REVOKE ALL ON FUNCTION api.feed(bigint, bigint, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.feed(bigint, bigint, bytea, integer) TO madoguchi_clerk;
