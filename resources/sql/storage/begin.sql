-- Transactions: takes the write lock at once.
BEGIN IMMEDIATE;
