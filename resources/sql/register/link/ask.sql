-- PostgresLink: asks for what a later statement fetches with the ticket.
SELECT status, ticket FROM api.ask($1)
