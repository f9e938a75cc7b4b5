-- Outbox: removes what is settled and old, or settled and in the register's newest backup. What was lost there
-- (a reason) may have another number now.
DELETE FROM outbox
 WHERE state IN (4, 8, 9)
   AND (changed_at_ms < :old_ms
        OR (changed_at_ms < :shown_ms AND feed_number > 0 AND feed_number <= :backed_up_to
            AND reason = ''));
