-- Enrolment: the register's part of a workstation's key, for whoever makes the workstation's first files.
SELECT share FROM office.station WHERE code = $1 AND station_id = $2
