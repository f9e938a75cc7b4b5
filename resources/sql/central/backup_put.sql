-- Backups (the register itself): everything up to this feed number is in one; never goes back.
INSERT INTO backup (one, up_to) VALUES (1, :up_to)
ON CONFLICT (one) DO UPDATE SET up_to = excluded.up_to WHERE excluded.up_to > backup.up_to;
