-- PostgresLink: a head of the station's log for the register to witness.
SELECT status FROM api.deposit_head($1, $2, $3, $4, $5, $6)
