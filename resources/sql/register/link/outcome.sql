-- PostgresLink: outbox, what came of it.
SELECT status, verdict, feed_number, entry, kind, theirs FROM api.outcome($1)
