-- Installing and upgrading: a migration, noted in the transaction that applied it.
INSERT INTO office.migration (number, name, sha256) VALUES ($1, $2, $3)
