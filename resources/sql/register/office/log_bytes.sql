-- A log row as it is hashed: number, time in microseconds, and each text with its length.
CREATE OR REPLACE FUNCTION office.log_bytes(entry office.register_log, number bigint)
    RETURNS bytea LANGUAGE sql STABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT int8send(number) || int8send((extract(epoch FROM entry.at) * 1000000)::bigint)
           || string_agg(int4send(octet_length(field)) || field, '' ORDER BY place)
      FROM unnest(ARRAY[entry.code, entry.user_id, entry.station_id, entry.call, entry.outcome,
                        entry.detail]) WITH ORDINALITY AS each (value, place),
           convert_to(value, 'UTF8') AS field
$$;
