-- Watch: tickets of connections that have ended long ago.
WITH removed AS (
    DELETE FROM office.ticket t WHERE t.asked_at < office.moment() - make_interval(days => $1)
    RETURNING t.code)
SELECT code, count(*), 'tickets' FROM removed GROUP BY code
