-- Watch: changes that no station waits for any more. The last one stays: the next follows from it.
WITH removed AS (
    DELETE FROM office.feed f
     USING (SELECT code, max(number) AS number FROM office.feed GROUP BY code) AS last
     WHERE f.code = last.code AND f.number < last.number
       AND f.at < office.moment() - make_interval(days => $1)
    RETURNING f.code, f.number)
SELECT code, count(*), 'feed up to ' || max(number) FROM removed GROUP BY code
