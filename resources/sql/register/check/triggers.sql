-- register check: triggers that are off or gone.
SELECT expected.name
  FROM (VALUES ('office.replica', 'change_is_fed'), ('office.replica', 'former_states_stay'),
               ('office.register_log', 'log_is_chained'), ('office.register_log', 'log_is_kept'),
               ('office.register_log', 'log_is_not_emptied'), ('office.city', 'identity_stays'),
               ('office.feed', 'feed_is_not_altered'), ('office.station_head', 'heads_stay'),
               ('office.submission', 'submission_is_numbered'),
               ('office.submission', 'submissions_stay'), ('office.entry', 'decisions_stay'),
               ('office.held_table', 'tables_stay'), ('office.seal', 'seals_stay'),
               ('office.head_verdict', 'verdicts_stay'),
               ('office.outbound', 'outbound_stays'), ('office.outbound', 'outbound_is_not_emptied'))
       AS expected (place, name)
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t
                    WHERE t.tgrelid = expected.place::regclass AND t.tgname = expected.name
                      AND t.tgenabled = 'O')
