-- register digest: each city, where its feed stands, how many rows it has, and SHA-256 over them.
SELECT c.code, c.register_id, f.number, f.hash,
       (SELECT count(*) FROM office.replica r WHERE r.code = c.code),
       office.digest_of(c.code, '{1,2,3,4,5,6,7,8,9,10}')
  FROM office.city c, LATERAL office.feed_end(c.code) f ORDER BY c.code
