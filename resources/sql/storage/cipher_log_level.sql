-- Opening a file, before the key: SQLCipher writes nothing to standard error.
PRAGMA cipher_log_level = NONE;
