-- The owner: where the feed stands.
SELECT number, hash FROM office.feed_end($1)
