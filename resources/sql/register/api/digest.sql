-- Fetch ('digest'): SHA-256 over what the station is sent.
CREATE OR REPLACE FUNCTION api.digest(ticket bigint) RETURNS TABLE (status text, sha256 bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM office.caller('digest', 1, false, ticket, '{digest}');
    status := who.status;
    IF status = 'ok' THEN
        sha256 := office.digest_of(who.code, who.tables);
    END IF;
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION api.digest(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.digest(bigint) TO madoguchi_clerk;
