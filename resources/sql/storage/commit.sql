-- Transactions.
COMMIT;
