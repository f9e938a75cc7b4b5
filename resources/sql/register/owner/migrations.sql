-- Upgrading: the migrations that were applied.
SELECT number, sha256 FROM office.migration ORDER BY number
