-- Procedure: entries (the register itself). The number of the next restriction.
SELECT coalesce(max(restriction_id), 0) + 1 FROM restriction;
