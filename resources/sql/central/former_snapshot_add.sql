-- Procedure: city and training changes (the register itself). A state that was; never altered.
INSERT INTO former_snapshot (person_id, version, row_version, body)
VALUES (:person_id, :version, :row_version, :body);
