-- PostgresLink: which register this is.
SELECT status, register_id, municipality, code, training FROM api.identity()
