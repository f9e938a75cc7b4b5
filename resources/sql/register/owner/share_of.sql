-- Enrolment: the register's part of a workstation's key, for whoever makes the workstation's first files.
SELECT office.share_of(code, station_id) FROM office.station WHERE code = $1 AND station_id = $2
