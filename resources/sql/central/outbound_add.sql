-- Procedure: entries (the register itself). A notice with the next number of its kind.
INSERT INTO outbound (kind, number, entry_id, person_id, version, state)
SELECT :kind, coalesce(max(number), 0) + 1, :entry_id, :person_id, :version, 1 FROM outbound WHERE kind = :kind;
