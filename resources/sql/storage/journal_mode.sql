-- Opening a file: write-ahead log.
PRAGMA journal_mode = WAL;
