-- Migration: a session knows its connection by a number that the connection drew, and with which certificate it
-- was made: to look it up among all connections cost every call more than all else. Whoever is signed in signs in
-- again.
SET LOCAL ROLE madoguchi_owner;
-- Whoever keeps a transaction open holds up this, and this everybody else: it ends soon, and is done again.
SET LOCAL lock_timeout = '2s';
CREATE SEQUENCE office.opening;
ALTER TABLE office.session ADD COLUMN opening bigint, ADD COLUMN certificate_serial text;
RESET ROLE;
