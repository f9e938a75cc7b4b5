-- register recover: what stations offered again after a restore.
SELECT applied, known, remaining FROM office.apply_offers($1)
