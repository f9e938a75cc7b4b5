-- Journal: what became of a copy.
UPDATE issued_number SET state = :state WHERE number = :number;
