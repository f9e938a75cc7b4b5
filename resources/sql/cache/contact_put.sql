-- Procedure: sync. A version of a contact; the newer row stays.
INSERT INTO contact (person_id, version, row_version, body)
VALUES (:person_id, :version, :row_version, :body)
ON CONFLICT (person_id, version) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= contact.row_version;
