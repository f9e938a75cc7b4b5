-- Watch: how far the server's log is read, in the transaction that wrote what it said.
INSERT INTO office.watched_log (source, file, place, line_at, sessions)
VALUES ($1, $2, $3, $4, $5::text::jsonb)
ON CONFLICT (source) DO UPDATE
   SET file = excluded.file, place = excluded.place, line_at = excluded.line_at,
       sessions = excluded.sessions
