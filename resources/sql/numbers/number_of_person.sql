-- Procedure: RevealNumber (the register itself). The numbers of one person.
SELECT resident_code, individual_number, residence_card FROM number WHERE person_id = :person_id;
