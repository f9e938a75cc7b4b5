-- Procedure: city and training changes (the register itself). A pension record as it is now.
INSERT INTO pension (person_id, row_version, body)
VALUES (:person_id, :row_version, :body)
ON CONFLICT (person_id) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body;
