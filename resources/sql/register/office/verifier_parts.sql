-- A SCRAM verifier taken apart (RFC 5803); nothing when it is not in the one form, or costs too little.
CREATE OR REPLACE FUNCTION office.verifier_parts(verifier text, OUT iterations integer,
                                                 OUT salt bytea, OUT stored bytea)
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    part text[] := regexp_match(verifier,
        '^SCRAM-SHA-256[$]([1-9][0-9]{3,6}):([A-Za-z0-9+/]{22}==)[$]'
        || '([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]{43}=)$');
BEGIN
    IF part[1]::integer BETWEEN 4096 AND 1000000
        -- Bits that nobody reads could tell two texts of the same key apart.
        AND encode(decode(part[2], 'base64'), 'base64') = part[2]
        AND encode(decode(part[3], 'base64'), 'base64') = part[3]
        AND encode(decode(part[4], 'base64'), 'base64') = part[4]
    THEN
        iterations := part[1]::integer;
        salt := decode(part[2], 'base64');
        stored := decode(part[3], 'base64');
    END IF;
END
$$;
