-- Procedure: new numbers (the register itself). The series goes on behind those taken; it begins behind what
-- the city began with, and passes over what came in by another way.
INSERT INTO number_series (series, next_body)
VALUES (:series, coalesce(CASE :series WHEN 1 THEN (SELECT max(person_id) / 10 FROM person)
                                       ELSE (SELECT max(household_id) / 10 FROM household) END, 0)
                 + 1 + :wanted)
ON CONFLICT (series) DO UPDATE SET next_body = max(next_body, excluded.next_body - :wanted) + :wanted
RETURNING next_body;
