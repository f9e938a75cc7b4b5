-- Procedure: entries (the register itself). Whether a number (its body) of this series was handed out.
SELECT 1 FROM number_series WHERE series = :series AND next_body > :body;
