-- PostgresLink: RevealNumber, fetches what was asked for.
SELECT status, resident_code, individual_number, residence_card FROM api.number($1)
