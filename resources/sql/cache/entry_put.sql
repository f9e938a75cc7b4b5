-- Procedure: sync. An entry as it is now; the newer row stays.
INSERT INTO entry (entry_id, person_id, household_id, state, row_version, body)
VALUES (:entry_id, :person_id, :household_id, :state, :row_version, :body)
ON CONFLICT (entry_id) DO UPDATE
SET person_id = excluded.person_id, household_id = excluded.household_id, state = excluded.state,
    row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= entry.row_version;
