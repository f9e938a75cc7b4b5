-- Procedure: entries (the register itself). A restriction as it stands.
SELECT body FROM restriction WHERE restriction_id = :id;
