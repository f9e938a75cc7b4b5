-- Journal: removes places that are of no use: too old, or of a register that was lost behind them.
DELETE FROM feed_mark WHERE at_ms < :old_ms OR number > :after;
