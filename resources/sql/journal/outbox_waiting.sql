-- Outbox: how many items wait to be sent.
SELECT count(*) FROM outbox WHERE state = 2;
