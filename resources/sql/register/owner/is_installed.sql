-- Opening and upgrading: true where a register was installed.
SELECT pg_catalog.to_regclass('office.migration') IS NOT NULL
