-- Sync: a page of the feed is visible when its log is on disk; moving it into the file comes later.
PRAGMA wal_autocheckpoint = 16384;
