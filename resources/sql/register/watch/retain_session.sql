-- Watch: sessions of connections that are no more.
WITH removed AS (
    DELETE FROM office.session s
     WHERE s.nonce_at < office.moment() - make_interval(days => $1)
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a
                        WHERE a.pid = s.pid AND a.backend_start = s.backend_start)
    RETURNING s.code)
SELECT code, count(*), 'sessions' FROM removed GROUP BY code
