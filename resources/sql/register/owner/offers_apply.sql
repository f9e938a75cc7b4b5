-- register recover: what stations offered again after a restore.
SELECT applied, known, remaining, waiting FROM office.apply_offers($1)
