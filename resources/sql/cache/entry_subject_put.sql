-- Procedure: sync. A household (1) or person (2) that an entry is about; they do not change.
INSERT OR IGNORE INTO entry_subject (kind, id, entry_id) VALUES (:kind, :id, :entry_id);
