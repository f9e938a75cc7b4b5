-- Procedure: FindPeople, ViewResident, ViewHousehold, ViewHistory. One state of the file for all reads.
BEGIN;
