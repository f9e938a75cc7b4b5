-- Procedure: entries (the register itself). An entry as it is now.
INSERT INTO entry (entry_id, row_version, body)
VALUES (:entry_id, :row_version, :body)
ON CONFLICT (entry_id) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body;
