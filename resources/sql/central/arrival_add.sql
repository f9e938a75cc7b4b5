-- Procedure: entries (the register itself). Who came by a 転入, by his three items.
INSERT OR IGNORE INTO arrival (items, person_id) VALUES (:items, :person_id);
