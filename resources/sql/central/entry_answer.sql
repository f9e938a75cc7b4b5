-- Procedure: 照合 (the register itself). What a station needs to remember of a decision: the submission that was
-- decided, and the feed number of the entry as it stands.
SELECT coalesce((SELECT s.uuid FROM submission AS s WHERE s.entry_id = e.entry_id), ''), e.row_version
FROM entry AS e WHERE e.entry_id = :id;
