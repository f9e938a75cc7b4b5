-- PostgresLink: outbox, what came of it.
SELECT status, verdict, feed_number, entry, kind, theirs, at FROM api.outcome($1)
