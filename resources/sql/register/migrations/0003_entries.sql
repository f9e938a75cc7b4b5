-- Migration: contacts, notes and the 仮登録 (issue 4).
SET LOCAL ROLE madoguchi_owner;
ALTER TABLE office.replica DROP CONSTRAINT replica_table_number_check;
ALTER TABLE office.replica ADD CONSTRAINT replica_table_number_check
    CHECK (table_number BETWEEN 1 AND 10);
ALTER TABLE office.replica DROP CONSTRAINT replica_check;
ALTER TABLE office.replica ADD CONSTRAINT replica_version_check
    CHECK (version = 0 OR table_number IN (2, 5, 6, 8, 9));
DROP TRIGGER former_states_stay ON office.replica;
CREATE TRIGGER former_states_stay BEFORE UPDATE OF body OR DELETE ON office.replica
    FOR EACH ROW WHEN (OLD.table_number IN (2, 8, 9)) EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
