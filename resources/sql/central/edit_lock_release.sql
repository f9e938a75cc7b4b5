-- Procedure: entries (the register itself). A session has nothing open for editing any more.
DELETE FROM edit_lock WHERE session = :session;
