-- Procedure: sync. A household; the newer row stays.
INSERT INTO household (household_id, head_id, row_version, body)
VALUES (:household_id, :head_id, :row_version, :body)
ON CONFLICT (household_id) DO UPDATE
SET head_id = excluded.head_id, row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= household.row_version;
