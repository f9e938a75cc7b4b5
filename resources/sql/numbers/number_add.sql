-- Procedure: making a city (the register itself). The numbers of one person.
INSERT INTO number (person_id, resident_code, individual_number, residence_card)
VALUES (:person_id, :resident_code, :individual_number, :residence_card);
