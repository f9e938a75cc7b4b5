-- register backed-up: the newest backup holds everything up to this number. It never goes back.
INSERT INTO office.backup AS b (code, up_to, at)
SELECT $1, $2, office.moment() WHERE $2 <= (SELECT number FROM office.feed_end($1)) AND $2 >= 0
ON CONFLICT (code) DO UPDATE SET up_to = greatest(b.up_to, excluded.up_to), at = excluded.at
