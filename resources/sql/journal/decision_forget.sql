-- Decisions: removes what is old, or in the register's newest backup. What was offered may have another number
-- there, and what is lost waits for the one who decided.
DELETE FROM decision
 WHERE (state <> 2 AND kept_at_ms < :old_ms) OR (state = 1 AND feed_number <= :backed_up_to);
