-- Procedure: city and training changes (the register itself). A person's current state.
INSERT INTO person (person_id, version, household_id, row_version, body)
VALUES (:person_id, :version, :household_id, :row_version, :body)
ON CONFLICT (person_id) DO UPDATE
SET version = excluded.version, household_id = excluded.household_id, row_version = excluded.row_version,
    body = excluded.body;
