-- Watch: where reading the server's log stands.
SELECT file, place, line_at, sessions::text FROM office.watched_log WHERE source = $1
