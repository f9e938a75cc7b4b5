-- Procedure: sync. A version of a note; the newer row stays.
INSERT INTO note (note_id, version, person_id, row_version, body)
VALUES (:note_id, :version, :person_id, :row_version, :body)
ON CONFLICT (note_id, version) DO UPDATE
SET person_id = excluded.person_id, row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= note.row_version;
