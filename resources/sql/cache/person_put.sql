-- Procedure: sync. A person's current state; the newer row stays.
INSERT INTO person (person_id, household_id, removed, version, row_version, body)
VALUES (:person_id, :household_id, :removed, :version, :row_version, :body)
ON CONFLICT (person_id) DO UPDATE
SET household_id = excluded.household_id, removed = excluded.removed,
    version = excluded.version, row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= person.row_version;
