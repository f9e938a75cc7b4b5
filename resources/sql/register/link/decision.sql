-- PostgresLink: 照合, what the register keeps of one's own decision.
SELECT status, uuid, feed_number, at FROM api.decision($1)
