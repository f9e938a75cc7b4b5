-- Decisions: what became of one, unless it was decided anew meanwhile.
UPDATE decision SET state = :state WHERE uuid = :uuid AND at_ms = :at_ms;
