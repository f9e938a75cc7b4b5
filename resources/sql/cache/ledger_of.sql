-- Procedure: ViewLedger, CalculateLateCharge. A person's ledger: key 0 is his file, then his rows.
SELECT version, body FROM ledger WHERE person_id = :person_id ORDER BY version;
