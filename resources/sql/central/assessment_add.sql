-- Procedure: city and training changes (the register itself). A row of assessment as it is now.
INSERT INTO assessment (person_id, version, row_version, body)
VALUES (:person_id, :version, :row_version, :body)
ON CONFLICT (person_id, version) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body;
