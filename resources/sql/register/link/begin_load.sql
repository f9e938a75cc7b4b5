-- PostgresLink: first load, fetched with a ticket.
SELECT status, register_id, number, hash, as_of, tables, counts FROM api.begin_load($1)
