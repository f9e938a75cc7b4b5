-- What stands where something submitted would be written, if it was written after a moment: a restore gives
-- numbers and versions anew, and what was lost counted on another one. NULL: nothing.
CREATE OR REPLACE FUNCTION office.written_since(city text, kind integer, fields jsonb,
                                                since timestamptz) RETURNS bytea
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    target bigint := CASE kind WHEN 2 THEN fields ->> 'person' ELSE fields ->> 'id' END;
    since_ms bigint := floor(extract(epoch FROM since) * 1000);
    body bytea;
BEGIN
    IF kind = 4 AND since IS NOT NULL THEN
        RETURN (SELECT office.move_body(office.move_standing(city, fields))
                 WHERE EXISTS (
                     SELECT FROM office.entry e
                      WHERE e.code = city AND e.kind = 4 AND e.state = 2
                        AND e.decided_at >= to_timestamp((since_ms + 1) / 1000.0)
                        AND EXISTS (SELECT FROM office.held_by(e.fields) h
                                      JOIN office.held_by(written_since.fields) f USING (kind, id))));
    ELSIF since IS NULL OR target = 0 THEN
        RETURN NULL;
    ELSIF kind = 3 THEN
        body := office.row_at(city, 4, target, 0);
        RETURN CASE WHEN EXISTS (
            SELECT FROM office.entry e
             WHERE e.code = city AND (e.fields ->> 'id')::bigint = target
               AND (e.state = 2 AND e.decided_at >= to_timestamp((since_ms + 1) / 1000.0)
                    OR e.base_version = 0 AND office.cbor_last(e.author) > since_ms)) THEN body END;
    END IF;
    body := (office.newest_row(city, CASE kind WHEN 1 THEN 9 ELSE 8 END, target)).body;
    RETURN CASE WHEN office.cbor_last(body) > since_ms THEN body END;
END
$$;
