-- register check: the migrations that were applied, and the text of each.
SELECT number, sha256 FROM office.migration ORDER BY number
