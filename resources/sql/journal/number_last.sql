-- Journal: the last serial taken of a series of issue numbers.
SELECT coalesce(max(serial), 0) FROM issued_number WHERE series = :series;
