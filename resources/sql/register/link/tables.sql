-- PostgresLink: the tables that the register holds; the last line has no name.
SELECT status, name, content FROM api.tables()
