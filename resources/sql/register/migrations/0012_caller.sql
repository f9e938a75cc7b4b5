-- Migration: a session knows its connection by a number that the connection drew, and with which certificate it
-- was made: to look it up among all connections cost every call more than all else.
SET LOCAL ROLE madoguchi_owner;
CREATE SEQUENCE office.opening;
ALTER TABLE office.session ADD COLUMN opening bigint, ADD COLUMN certificate_serial text;
-- Functions that are made anew with other parameters, or no more.
DROP FUNCTION IF EXISTS office.caller(text, integer, boolean);
DROP FUNCTION IF EXISTS office.redeem(text, bigint, text[], integer);
DROP FUNCTION IF EXISTS office.usable(text);
DROP FUNCTION IF EXISTS office.password_aged(office.user_account);
RESET ROLE;
