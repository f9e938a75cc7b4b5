-- Procedure: sync. A row of ledger; the newer row stays.
INSERT INTO ledger (person_id, version, row_version, body)
VALUES (:person_id, :version, :row_version, :body)
ON CONFLICT (person_id, version) DO UPDATE
SET row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= ledger.row_version;
