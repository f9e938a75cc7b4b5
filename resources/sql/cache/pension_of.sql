-- Procedure: ViewPension. A person's pension record.
SELECT body FROM pension WHERE person_id = :person_id;
