-- Journal, after a restore of the register: where the replica stood, the newest first.
SELECT number, hash, at_ms FROM feed_mark ORDER BY number DESC LIMIT :most;
