-- Procedure: sync. A pension record; the newer row stays.
INSERT INTO pension (person_id, row_version, body)
VALUES (:person_id, :row_version, :body)
ON CONFLICT (person_id) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= pension.row_version;
