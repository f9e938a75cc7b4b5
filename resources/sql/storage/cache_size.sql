-- Opening a file: page cache of %1 KiB.
PRAGMA cache_size = -%1;
