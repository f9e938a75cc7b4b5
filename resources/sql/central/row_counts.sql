-- Procedure: sending the replica. Rows a table, in the order of the tables.
SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM former_snapshot),
       (SELECT count(*) FROM household), (SELECT count(*) FROM restriction),
       (SELECT count(*) FROM assessment), (SELECT count(*) FROM ledger),
       (SELECT count(*) FROM pension), (SELECT count(*) FROM contact),
       (SELECT count(*) FROM note), (SELECT count(*) FROM entry);
