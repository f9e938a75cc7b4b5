-- PostgresLink: RevealNumber, asks with a reason.
SELECT status, ticket FROM api.ask_number($1, $2)
