-- Procedure: city and training changes (the register itself). A restriction as it is now.
INSERT INTO restriction (restriction_id, row_version, body)
VALUES (:restriction_id, :row_version, :body)
ON CONFLICT (restriction_id) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body;
