-- Procedure: FindPeople, ViewResident, ViewHousehold, ViewHistory. End of read_begin.
COMMIT;
