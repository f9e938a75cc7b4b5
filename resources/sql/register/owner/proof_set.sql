-- Enrolment: what the workstation proves itself with.
UPDATE office.station SET proof_key = $3 WHERE code = $1 AND station_id = $2
