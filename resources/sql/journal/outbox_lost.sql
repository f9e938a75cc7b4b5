-- Outbox: what had ended at the register and was lost there; nothing else of it changes.
UPDATE outbox SET reason = :reason WHERE uuid = :uuid AND state IN (7, 8, 9) AND feed_number > 0;
