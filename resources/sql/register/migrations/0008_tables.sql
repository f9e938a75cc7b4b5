-- Migration: tables of rates, fees, purposes and the like that the register holds (issue 4). The newest of a name
-- counts; earlier ones are kept, because the log names versions.
SET LOCAL ROLE madoguchi_owner;
CREATE TABLE office.held_table (
    code text NOT NULL REFERENCES office.city,
    name text NOT NULL CHECK (name ~ '^[a-z_]{1,40}$'),
    number integer NOT NULL CHECK (number > 0),
    content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 1000000),
    at timestamptz NOT NULL,
    PRIMARY KEY (code, name, number)
);
CREATE TRIGGER tables_stay BEFORE UPDATE OR DELETE ON office.held_table
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
