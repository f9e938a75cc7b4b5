-- Integrity check: a row for each page whose HMAC does not fit.
PRAGMA cipher_integrity_check;
