-- Procedure: sending the replica. Where the feed stands.
SELECT number, hash FROM feed ORDER BY number DESC LIMIT 1;
