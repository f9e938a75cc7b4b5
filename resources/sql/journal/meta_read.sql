-- Journal: something it remembers.
SELECT amount, content FROM meta WHERE name = :name;
