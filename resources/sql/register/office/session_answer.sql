-- What the register answers to a sign-in it accepts (central::Session). Days as YYYY-MM-DD, '' = none.
CREATE OR REPLACE FUNCTION office.session_answer(account office.user_account,
                                                 station office.station) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    home office.city;
    grants jsonb;
BEGIN
    SELECT * INTO home FROM office.city WHERE code = account.code;
    SELECT coalesce(jsonb_agg(jsonb_build_object('right', g.right_bit,
                                                 'from', office.day_text(g.valid_from),
                                                 'to', office.day_text(g.valid_to))
                              ORDER BY g.right_bit, g.valid_from), '[]')
      INTO grants FROM office.user_grant g
     WHERE g.code = account.code AND g.user_id = account.user_id;
    RETURN jsonb_build_object(
        'user', jsonb_build_object(
            'id', account.user_id, 'name', account.name, 'section', account.section,
            'role', account.role, 'grants', grants,
            'fingerprint', encode(account.fingerprint, 'hex'),
            'passwordChangedOn', office.day_text(account.password_changed_on),
            'validFrom', office.day_text(account.valid_from),
            'validTo', office.day_text(account.valid_to),
            'locked', account.locked, 'failures', account.failures),
        'rights', office.rights_of(account.code, account.user_id),
        'station', jsonb_build_object('id', station.station_id, 'name', station.name,
                                      'scopes', to_jsonb(station.scopes),
                                      'logKey', encode(station.log_key, 'hex')),
        'identity', jsonb_build_object('registerId', home.register_id,
                                       'municipality', home.municipality, 'code', home.code,
                                       'training', home.training),
        'tables', to_jsonb(office.tables_of(station.scopes)),
        'logKey', encode(home.log_key_open, 'hex'),
        'failuresBeforeLock', home.failures_before_lock,
        'passwordDays', home.password_days, 'passwordHistory', home.password_history,
        'mustChange', office.password_aged(account, home.password_days),
        'registerTime', (extract(epoch FROM office.moment()) * 1000)::bigint,
        'today', office.day_text(office.today()));
END
$$;
