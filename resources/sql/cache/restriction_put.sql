-- Procedure: sync. A restriction; the newer row stays.
INSERT INTO restriction (restriction_id, person_id, household_id, hides, row_version, body)
VALUES (:restriction_id, :person_id, :household_id, :hides, :row_version, :body)
ON CONFLICT (restriction_id) DO UPDATE
SET person_id = excluded.person_id, household_id = excluded.household_id,
    hides = excluded.hides, row_version = excluded.row_version, body = excluded.body
WHERE excluded.row_version >= restriction.row_version;
