-- Fetch ('log_key'): the key that opens sealed details in log rows.
CREATE OR REPLACE FUNCTION api.log_key_pair(ticket bigint)
    RETURNS TABLE (status text, secret bytea, open bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('log_key_pair', 16, false, ticket, '{log_key}');
    status := who.status;
    IF status = 'ok' THEN
        secret := office.log_key_of(who.code);
        SELECT c.log_key_open INTO open FROM office.city c WHERE c.code = who.code;
        IF secret IS NULL THEN
            status := 'RegisterDamaged';
            PERFORM office.note(who.code, who.station_id, 'log_key_pair', status, 'no key');
        END IF;
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.log_key_pair(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.log_key_pair(bigint) TO madoguchi_clerk;
