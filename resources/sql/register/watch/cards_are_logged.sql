-- Watch: whether the server's log says whose card a connection showed, and the database's name.
SELECT EXISTS (SELECT FROM pg_catalog.pg_file_settings f
                WHERE f.name = 'log_min_messages' AND f.applied AND f.setting ~ '^debug[2-5]$'),
       pg_catalog.current_database()
