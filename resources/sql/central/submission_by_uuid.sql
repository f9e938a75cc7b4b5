-- Procedure: entries (the register itself). What was answered to a submission.
SELECT user_id, content, verdict, feed_number, entry_id, theirs, at FROM submission
WHERE uuid = :uuid;
