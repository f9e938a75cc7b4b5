-- PostgresLink: wakes this connection when the feed grows.
SELECT status FROM api.listen()
