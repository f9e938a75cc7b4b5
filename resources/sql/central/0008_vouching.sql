-- Migration: what was offered again counts by its author's own word.
ALTER TABLE offer ADD COLUMN own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1));
