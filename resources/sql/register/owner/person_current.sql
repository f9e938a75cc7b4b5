-- Procedure: training changes (the register itself). The state that a new one replaces.
SELECT state, body FROM office.replica
 WHERE code = $1 AND table_number = 1 AND id = $2 AND version = 0 FOR UPDATE
