-- Procedure: sync. Contacts of the persons between two keys, oldest version first, for their telephone.
SELECT person_id, body FROM contact
WHERE person_id >= :from_id AND person_id <= :to_id ORDER BY person_id, version;
