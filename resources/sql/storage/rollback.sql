-- Transactions.
ROLLBACK;
