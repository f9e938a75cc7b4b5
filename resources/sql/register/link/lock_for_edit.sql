-- PostgresLink: forms, a set of edit locks; a line for each that others hold, and one more.
SELECT status, kind, id, user_id, user_name, station_id, since, until
  FROM api.lock_for_edit($1::jsonb)
