-- Procedure: entries (the register itself). A version of a contact; never altered.
INSERT INTO contact (person_id, version, row_version, body)
VALUES (:person_id, :version, :row_version, :body);
