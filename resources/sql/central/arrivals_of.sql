-- Procedure: entries (the register itself). Who came by a 転入 with these three items.
SELECT person_id FROM arrival WHERE items = :items;
