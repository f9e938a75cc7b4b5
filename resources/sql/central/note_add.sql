-- Procedure: entries (the register itself). A version of a note; never altered.
INSERT INTO note (note_id, version, row_version, body)
VALUES (:note_id, :version, :row_version, :body);
