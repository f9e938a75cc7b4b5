-- Procedure: city and training changes (the register itself). A household as it is now.
INSERT INTO household (household_id, row_version, body)
VALUES (:household_id, :row_version, :body)
ON CONFLICT (household_id) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body;
