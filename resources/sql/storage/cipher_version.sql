-- Start-up: the version of the encryption; no row means none is linked.
PRAGMA cipher_version;
