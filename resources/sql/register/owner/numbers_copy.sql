-- Making a city: the two numbers of each person, masked, apart from everything else.
COPY numbers.person (code, person_id, nonce, resident_code, individual_number, residence_card)
FROM STDIN (FORMAT binary)
