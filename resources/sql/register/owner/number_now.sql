-- Procedure: training changes (the register itself). All rows of this transaction get their numbers.
SET CONSTRAINTS ALL IMMEDIATE
