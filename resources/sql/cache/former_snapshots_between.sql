-- Procedure: sync. Former states of the persons between two keys, for their past names.
SELECT person_id, body FROM former_snapshot
WHERE person_id >= :from_id AND person_id <= :to_id ORDER BY person_id, version;
