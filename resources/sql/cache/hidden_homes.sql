-- Procedure: ViewResident, ViewFormerState, ViewLedger, ViewPension, PreviewCertificate. Whose address is hidden: by
-- a restriction on him, or on his household; who has left the city too, because of where he went. Those who live
-- with him live at the same place.
SELECT person.body FROM restriction JOIN person ON person.person_id = restriction.person_id
WHERE restriction.hides = 1
UNION ALL
SELECT person.body FROM restriction JOIN person ON person.household_id = restriction.household_id
WHERE restriction.hides = 1 AND restriction.household_id > 0;
