-- Procedure: entries (the register itself). What is answered to a submission, for ever.
INSERT INTO submission (uuid, user_id, content, verdict, feed_number, entry_id, theirs, filed_at, at)
VALUES (:uuid, :user_id, :content, :verdict, :feed_number, :entry_id, :theirs, :filed_at, :at);
