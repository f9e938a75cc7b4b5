-- register backed-up: where the feed of each city stands.
SELECT c.code, f.number FROM office.city c, LATERAL office.feed_end(c.code) f ORDER BY c.code
