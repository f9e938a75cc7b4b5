-- PostgresLink: changes after a position; the last line holds the end and the page.
SELECT status, number, table_number, id, version, body, hash, withheld, page
  FROM api.feed($1, $2, $3, $4)
