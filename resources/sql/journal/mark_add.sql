-- Journal: a place of the feed where the replica stood.
INSERT INTO feed_mark (number, hash, at_ms) VALUES (:number, :hash, :at_ms)
    ON CONFLICT (number) DO UPDATE SET hash = excluded.hash, at_ms = excluded.at_ms;
