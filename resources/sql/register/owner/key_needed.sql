-- Upgrading: true when a city still holds its secrets in clear.
SELECT EXISTS (SELECT FROM office.city)
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = 'office.city'::regclass AND a.attname = 'key_check')
