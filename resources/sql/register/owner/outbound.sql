-- Procedure: the register's owner. What other organisations have to be told, oldest first.
SELECT o.kind, o.number, o.entry, o.person, o.version, o.state
  FROM office.outbound o WHERE o.code = $1 ORDER BY o.kind, o.number
